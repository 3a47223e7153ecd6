import { gatesAt } from '@guichet/contract/change.ts'
import { errors, problem } from '@guichet/contract/errors.ts'
import type { Operation } from '@guichet/contract/operation.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import { DEFAULT_VERSION, parseVersion, type Version } from '@guichet/contract/version.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Clock, seconds } from '../clock.ts'
import type { Actor, Guest } from '../domain/actor.ts'
import { isAllowed } from '../domain/ip-allowlist/index.ts'
import { contactActor, type MessengerCredential } from '../domain/messenger/index.ts'
import { permission } from '../domain/permission.ts'
import { actorAs, type SessionCredential } from '../domain/session/index.ts'
import type { Credential } from '../domain/token/index.ts'
import { accepts, acceptsJson } from './accept.ts'
import type { AskedTogether } from './asked-together.ts'
import { checkText } from './json.ts'
import type { RateLimiter } from './limit.ts'
import { type Caller, noteAhead, noteCaller } from './request-log.ts'
import { checkSameOrigin } from './same-origin.ts'
import { sessionToken } from './session-cookie.ts'
import { stamp } from './stamp.ts'

/** Where bearer tokens are looked up; undefined is a token that is unknown, revoked or expired. */
export interface Credentials {
  find(token: string, now: number): Credential | undefined | Promise<Credential | undefined>
}

/** Where the tokens of cookies are looked up; undefined is a session that has ended, or never was. */
export interface Sessions {
  find(token: string, now: number, ip: string | undefined): Promise<SessionCredential | undefined>
}

/** Where the tokens of messengers are looked up. */
export interface Messengers {
  find(token: string, now: number): Promise<MessengerCredential | undefined>
  /** Whether the session of a token is still open: asked of many at once. */
  areOpen: AskedTogether
}

/** How often somebody who is not let in yet may call, a minute and address. */
const GUEST_CALLS = 120

/** How often one messenger may call, a minute. */
const MESSENGER_CALLS = 300

/** Decides who a request acts as, at which version, and whether it may come in at all. */
export class Gatekeeper {
  readonly #credentials: Credentials
  readonly #sessions: Sessions
  readonly #messengers: Messengers
  readonly #limiter: RateLimiter
  readonly #clock: Clock
  readonly #nowIn: (workspaceId: string, now: number) => Promise<number>
  readonly #publicUrl: string | undefined
  readonly #strict: boolean

  constructor(of: {
    credentials: Credentials
    sessions: Sessions
    messengers: Messengers
    limiter: RateLimiter
    clock: Clock
    nowIn(workspaceId: string, now: number): Promise<number>
    publicUrl: string | undefined
    strict: boolean
  }) {
    this.#credentials = of.credentials
    this.#sessions = of.sessions
    this.#messengers = of.messengers
    this.#limiter = of.limiter
    this.#clock = of.clock
    this.#nowIn = of.nowIn
    this.#publicUrl = of.publicUrl
    this.#strict = of.strict
  }

  /**
   * The actor of a request, or the first refusal in the order of the real API: token, limit, version, scope, Accept. Who
   * brings no token is known by the cookie of their session.
   */
  async admit(request: FastifyRequest, reply: FastifyReply, operation: Operation): Promise<Actor> {
    stamp(request, reply)
    const guest = this.#guest(request)
    const asked = await this.#known(request, reply, guest, operation)
    const actor = asked.workspace.sandbox ? await this.#inItsTime(asked) : asked
    noteAhead(request, actor.now - asked.now)
    reply.header('intercom-version', actor.version)
    checkAccept(request.headers.accept, operation)
    if (request.url.includes('%')) checkText([request.params, request.query])
    permission(operation.scope, operation.orScope)(actor)
    return actor
  }

  /** Somebody who calls what is for anybody. */
  async welcome(request: FastifyRequest, reply: FastifyReply, operation: Operation): Promise<Guest> {
    stamp(request, reply)
    const guest = this.#guest(request)
    checkSameOrigin(request, guest.origin, false)
    const { callsPerMinute: own } = operation
    const address = {
      key: `${own === undefined ? 'address' : operation.path} ${request.ip}`,
      perMinute: own ?? GUEST_CALLS,
    }
    await this.#limiter.take(address, guest.now, reply)
    checkAccept(request.headers.accept, operation)
    if (request.url.includes('%')) checkText([request.params, request.query])
    return guest
  }

  /**
   * Tells whether a request that was admitted would be so again, as far as who it is of: streams last longer than sessions may. It
   * holds on to no more of the request than that.
   */
  stillKnows(request: FastifyRequest, operation: Operation): () => Promise<boolean> {
    const { ip } = request
    const now = () => seconds(this.#clock)
    if (operation.access === 'messenger') {
      const token = copied(bearer(request))
      return () => this.#messengers.areOpen.ask(token, now())
    }
    const session = sessionToken(request)
    if (session !== undefined) {
      const token = copied(session)
      return async () => (await this.#sessions.find(token, now(), ip)) !== undefined
    }
    const token = copied(bearer(request))
    return async () => (await this.#credentials.find(token, now())) !== undefined
  }

  #known(request: FastifyRequest, reply: FastifyReply, guest: Guest, operation: Operation): Promise<Actor> {
    if (operation.access === 'messenger') return this.#byMessenger(request, reply, guest)
    const byToken = operation.access !== 'session' && request.headers.authorization !== undefined
    return byToken ? this.#byToken(request, reply, guest) : this.#bySession(request, reply, guest, operation)
  }

  async #byMessenger(request: FastifyRequest, reply: FastifyReply, guest: Guest): Promise<Actor> {
    const found = await this.#messengers.find(bearer(request), guest.now)
    if (!found) throw problem(errors.unauthorized)
    const messenger = { key: `messenger ${found.sessionId}`, perMinute: MESSENGER_CALLS }
    await this.#limiter.take(messenger, guest.now, reply)
    return contactActor(found, guest)
  }

  async #byToken(request: FastifyRequest, reply: FastifyReply, guest: Guest): Promise<Actor> {
    const { now, origin, ip, strict } = guest
    const found = this.#credentials.find(bearer(request), now)
    const credential = found instanceof Promise ? await found : found
    if (!credential) throw problem(errors.unauthorized)
    checkAddress(credential.allowlist, request.ip)
    const { workspace, appId, adminId, scopes, rateLimit } = credential
    const caller: Caller = {
      ...{ workspaceId: workspace.id, appId, version: credential.version ?? DEFAULT_VERSION, ahead: 0 },
    }
    noteCaller(request, caller)
    const app = { key: `${workspace.id}/${appId}`, workspaceId: workspace.id, perMinute: rateLimit }
    const counted = this.#limiter.take(app, now, reply)
    if (counted) await counted
    if (workspace.sandbox) await this.#checkExpiry(credential, now)
    const version = versionOf(request, caller.version)
    caller.version = version
    return {
      ...{ workspace, adminId, appId, scopes, version, gates: gatesAt(version) },
      ...{ strict, now, origin, ip },
    }
  }

  async #bySession(
    request: FastifyRequest,
    reply: FastifyReply,
    guest: Guest,
    operation: Operation,
  ): Promise<Actor> {
    const token = sessionToken(request)
    const session = token === undefined ? undefined : await this.#sessions.find(token, guest.now, guest.ip)
    if (!session)
      throw problem(operation.access === 'session' ? signInErrors.notSignedIn : errors.unauthorized)
    checkAddress(session.allowlist, request.ip)
    if (session.lacksSecondFactor && !operation.beforeTwoFactor)
      throw problem(signInErrors.twoFactorSetupRequired)
    checkSameOrigin(request, guest.origin, true)
    await this.#limiter.take({ key: `session ${session.id}` }, guest.now, reply)
    const actor = actorAs(session, session, guest)
    const version = versionOf(request, actor.version)
    return version === actor.version ? actor : { ...actor, version, gates: gatesAt(version) }
  }

  /** A sandbox has a clock of its own. It is asked each time, since it may be moved anywhere. */
  async #inItsTime(actor: Actor): Promise<Actor> {
    return { ...actor, now: await this.#nowIn(actor.workspace.id, actor.now) }
  }

  /** What expires in a sandbox does so by its clock. */
  async #checkExpiry({ workspace, expiresAt }: Credential, now: number): Promise<void> {
    if (expiresAt !== undefined && expiresAt <= (await this.#nowIn(workspace.id, now)))
      throw problem(errors.unauthorized)
  }

  #guest(request: FastifyRequest): Guest {
    return {
      now: seconds(this.#clock),
      origin: this.#publicUrl ?? `${request.protocol}://${request.host}`,
      ip: request.ip,
      userAgent: request.headers['user-agent'],
      basic: basicOf(request.headers.authorization),
      strict: this.#strict,
    }
  }
}

/** `Basic` credentials, as clients of OAuth may name themselves by. */
function basicOf(header: string | undefined): Guest['basic'] {
  const [, encoded] = /^basic +(\S+)\s*$/i.exec(header ?? '') ?? []
  if (encoded === undefined) return undefined
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(/:(.*)/s)
  return { client_id: unescaped(id), client_secret: unescaped(secret) }
}

/** OAuth has both encoded as in forms; what is not stays as it is. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function checkAddress(allowlist: string[] | undefined, ip: string): void {
  if (allowlist && !isAllowed(allowlist, ip)) throw problem(errors.ipNotAllowed)
}

function checkAccept(header: string | undefined, { answer, gives }: Operation): void {
  if (answer && !acceptsJson(header)) throw problem(errors.notAcceptable)
  if (gives && !accepts(header, gives)) {
    throw problem(errors.notAcceptable, `The Accept header should send a media type of ${gives}`)
  }
}

/** A text of its own: a part of a header would keep the whole of it. */
const copied = (text: string): string => Buffer.from(text).toString()

function bearer(request: FastifyRequest): string {
  const [, token] = request.headers.authorization?.match(/^bearer +(\S+)\s*$/i) ?? []
  if (token === undefined) throw problem(errors.unauthorized)
  return token
}

function versionOf(request: FastifyRequest, usual: Version): Version {
  const header = request.headers['intercom-version']
  if (typeof header !== 'string') return usual
  const version = parseVersion(header)
  if (!version) throw problem(errors.versionUnknown)
  return version
}
