import { gatesAt } from '@guichet/contract/change.ts'
import { errors, problem } from '@guichet/contract/errors.ts'
import type { Operation } from '@guichet/contract/operation.ts'
import { DEFAULT_VERSION, parseVersion, type Version } from '@guichet/contract/version.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Clock, seconds } from '../clock.ts'
import type { Actor } from '../domain/actor.ts'
import { isAllowed } from '../domain/ip-allowlist/index.ts'
import { permission } from '../domain/permission.ts'
import type { Credential } from '../domain/token/index.ts'
import { accepts, acceptsJson } from './accept.ts'
import { checkText } from './json.ts'
import type { RateLimiter } from './limit.ts'
import { stamp } from './stamp.ts'

/** Where bearer tokens are looked up; undefined is a token that is unknown, revoked or expired. */
export interface Credentials {
  find(token: string, now: number): Credential | undefined | Promise<Credential | undefined>
}

/** Decides who a request acts as, at which version, and whether it may come in at all. */
export class Gatekeeper {
  readonly #credentials: Credentials
  readonly #limiter: RateLimiter
  readonly #clock: Clock
  readonly #publicUrl: string | undefined
  readonly #strict: boolean

  constructor(of: {
    credentials: Credentials
    limiter: RateLimiter
    clock: Clock
    publicUrl: string | undefined
    strict: boolean
  }) {
    this.#credentials = of.credentials
    this.#limiter = of.limiter
    this.#clock = of.clock
    this.#publicUrl = of.publicUrl
    this.#strict = of.strict
  }

  /** The actor of a request, or the first refusal in the order of the real API: token, limit, version, scope, Accept. */
  async admit(request: FastifyRequest, reply: FastifyReply, operation: Operation): Promise<Actor> {
    stamp(request, reply)
    const now = seconds(this.#clock)
    const found = this.#credentials.find(bearer(request), now)
    const credential = found instanceof Promise ? await found : found
    if (!credential) throw problem(errors.unauthorized)
    if (credential.allowlist && !isAllowed(credential.allowlist, request.ip))
      throw problem(errors.ipNotAllowed)
    const { workspace, appId, rateLimit } = credential
    this.#limiter.take({ workspaceId: workspace.id, appId, perMinute: rateLimit }, now, reply)
    const version = versionOf(request, credential)
    reply.header('intercom-version', version)
    checkAccept(request.headers.accept, operation)
    if (request.url.includes('%')) checkText([request.params, request.query])
    const actor: Actor = {
      workspace: credential.workspace,
      adminId: credential.adminId,
      appId: credential.appId,
      scopes: credential.scopes,
      version,
      gates: gatesAt(version),
      strict: this.#strict,
      now,
      origin: this.#publicUrl ?? `${request.protocol}://${request.host}`,
      ip: request.ip,
    }
    permission(operation.scope)(actor)
    return actor
  }
}

function checkAccept(header: string | undefined, { answer, gives }: Operation): void {
  if (answer && !acceptsJson(header)) throw problem(errors.notAcceptable)
  if (gives && !accepts(header, gives)) {
    throw problem(errors.notAcceptable, `The Accept header should send a media type of ${gives}`)
  }
}

function bearer(request: FastifyRequest): string {
  const [, token] = request.headers.authorization?.match(/^bearer +(\S+)\s*$/i) ?? []
  if (token === undefined) throw problem(errors.unauthorized)
  return token
}

function versionOf(request: FastifyRequest, credential: Credential): Version {
  const header = request.headers['intercom-version']
  if (typeof header !== 'string') return credential.version ?? DEFAULT_VERSION
  const version = parseVersion(header)
  if (!version) throw problem(errors.versionUnknown)
  return version
}
