import { errors, missing, problem } from '@guichet/contract/errors.ts'
import type { Operation } from '@guichet/contract/operation.ts'
import { renderer } from '@guichet/contract/render.ts'
import type { TSchema } from '@guichet/contract/schema.ts'
import { existsAt, NEWEST, type Version } from '@guichet/contract/version.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GuestRoute, MemberRoute, Route } from '../api/handlers.ts'
import type { Database, Tx } from '../db/database.ts'
import { recordChange } from '../domain/activity-log/index.ts'
import type { Actor } from '../domain/actor.ts'
import type { ApiRequests, CompletedRequest } from '../domain/api-request/index.ts'
import type { Clockwork } from '../domain/sandbox/index.ts'
import type { Egress } from '../egress/egress.ts'
import type { Outbound } from '../egress/outbound.ts'
import type { Reach } from '../egress/reach.ts'
import { mayTell } from '../events/append.ts'
import type { EventSignals } from '../events/event-signals.ts'
import type { Live } from '../realtime/live.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { FileStore } from '../storage/file-store.ts'
import type { Translator } from '../translation/translator.ts'
import { readAsAsked, refuseAsOf } from './as-of.ts'
import { lagging, strike, strikeDone } from './faults.ts'
import type { Gatekeeper } from './gatekeeper.ts'
import { underKey } from './keyed-requests.ts'
import { sendRaw } from './raw.ts'
import { type Reader, reader } from './reader.ts'
import type { RequestLog } from './request-log.ts'
import type { RetryGuard } from './retry-guard.ts'
import { cameWith, SessionCookie } from './session-cookie.ts'
import { sendStream } from './stream.ts'

/** What the routes need from the rest of the server. */
export interface Mounting {
  database: Database
  gatekeeper: Gatekeeper
  retries: RetryGuard
  files: FileStore
  secrets: SecretBox
  clockwork: Clockwork
  outbound: Outbound
  reach: Reach
  translator: Translator | undefined
  mailLeaves: boolean
  live: Live
  signals: EventSignals
  /** Announces what was answered, to the apps that hear of it. */
  apiRequests: ApiRequests
  egress: Egress
  requestLog: RequestLog
  /** Runs what is enqueued, and waits for it a little; nothing where others run it. */
  runEnqueued?: (() => Promise<void>) | undefined
}

/** Puts every operation of the contract on the server; those without a handler answer 501. */
export function mount(app: FastifyInstance, operations: Operation[], routes: Route[], on: Mounting): void {
  const routeOf = new Map(routes.map(route => [route.operation, route]))
  for (const operation of operations) {
    const route = routeOf.get(operation)
    const shared = {
      method: operation.method,
      url: operation.path.replace(/\{(\w+)\}/g, ':$1'),
      ...(operation.maxBody && { bodyLimit: operation.maxBody }),
      ...(operation.gives && { compress: false as const }),
      config: { form: operation.form ?? false },
    }
    if (route && 'welcome' in route) {
      app.route<Params>({ ...shared, handler: welcoming(route, on) })
      continue
    }
    const answer = route ? answering(route, on) : unbuilt
    app.route<Params>({
      ...shared,
      onRequest: async (request, reply) => {
        const actor = await on.gatekeeper.admit(request, reply, operation)
        if (!existsAt(actor.version, operation)) throw problem(errors.versionLacksOperation)
        if (actor.workspace.sandbox) await strike(on.database, request, operation, actor)
        actors.set(request, actor)
      },
      onResponse: async (request, reply) => {
        const actor = actors.get(request)
        if (actor) on.apiRequests.completed(actor, completed(request, reply))
        on.requestLog.note(request, reply, operation)
      },
      handler: (request, reply) => answer(request, reply, actorOf(request)),
    })
  }
}

type Params = { Params: Record<string, string> }
type ApiRequest = FastifyRequest<Params>
type Answering = (request: ApiRequest, reply: FastifyReply, actor: Actor) => Promise<FastifyReply>

const completed = (request: FastifyRequest, reply: FastifyReply): CompletedRequest => ({
  id: request.id,
  method: request.method,
  path: request.url.replace(/\?.*$/s, ''),
  status: reply.statusCode,
})

const actors = new WeakMap<object, Actor>()

function actorOf(request: object): Actor {
  const actor = actors.get(request)
  if (!actor) throw new Error('a handler ran before the request was admitted')
  return actor
}

const unbuilt: Answering = async () => {
  throw problem(errors.notImplemented)
}

/** One request, from its parsed JSON to the text of the answer, at the version of its actor. */
function answering({ operation, handle, before }: MemberRoute, on: Mounting): Answering {
  const shapeAt = perVersion(version => shapes(version, operation))
  const readsOnly = operation.reads ?? operation.method === 'GET'
  return async (request, reply, actor) => {
    refuseAsOf(request, operation)
    const { readQuery, readBody, render } = shapeAt(actor.version)
    const cookie = new SessionCookie()
    const input = {
      params: request.params,
      query: readQuery(operation.streams ? resuming(request) : request.query),
      body: operation.takesFile ? request.body : readBody(request.body),
      actor,
      files: on.files,
      secrets: on.secrets,
      egress: on.egress,
      live: on.live,
      cookie,
      database: on.database,
      clockwork: on.clockwork,
      outbound: on.outbound,
      reach: on.reach,
      translator: on.translator,
      mailLeaves: on.mailLeaves,
      signals: on.signals,
      requestLog: on.requestLog,
    }
    if (operation.streams) {
      const isWelcome = on.gatekeeper.stillKnows(request, operation)
      return sendStream(reply, await handle({ ...input, tx: on.database.read }), isWelcome)
    }
    if (operation.raw) return sendRaw(reply, operation, await handle({ ...input, tx: on.database.read }))
    const answerIn = async (tx: Tx) => print(render, await handle({ ...input, tx }))
    const record = (tx: Tx) => recordChange(tx, actor, { operation, params: request.params })
    const changeIn = async (tx: Tx) => {
      mayTell(tx)
      const body = await answerIn(tx)
      await record(tx)
      return body
    }
    const changeByItself = async () => {
      const body = await answerIn(on.database.read)
      await on.database.transaction(record, actor.now, actor)
      return body
    }
    const write = async () => {
      await before?.(input)
      if (operation.ownTransactions) return changeByItself()
      const keyed = (tx: Tx) => underKey(tx, { request, reply, actor }, () => changeIn(tx))
      return on.database.transaction(keyed, actor.now, actor)
    }
    const body = readsOnly
      ? await (lagging(on.database, request, actor, answerIn) ??
          readAsAsked(on.database, { request, actor }, (tx, asked) =>
            handle({ ...input, tx, actor: asked }).then(answer => print(render, answer)),
          ))
      : await (operation.takesFile ? write() : on.retries.once(request, reply, actor, write))
    if (operation.enqueues) await on.runEnqueued?.()
    cookie.send(reply, actor.origin)
    strikeDone(request)
    return send(reply, operation, body)
  }
}

/** Browsers that come back say by a header how far they had come, which is further than where they began. */
const resuming = ({ query, headers }: ApiRequest): object => ({
  ...(typeof query === 'object' && query),
  ...(typeof headers['last-event-id'] === 'string' && { since: headers['last-event-id'] }),
})

/** One request of somebody who is not let in yet. */
function welcoming({ operation, welcome }: GuestRoute, on: Mounting) {
  const shapeAt = perVersion(version => shapes(version, operation))
  return async (request: ApiRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const guest = await on.gatekeeper.welcome(request, reply, operation)
    const { readQuery, readBody, render } = shapeAt(NEWEST)
    const cookie = new SessionCookie()
    const answer = await welcome({
      params: request.params,
      query: readQuery(request.query),
      body: readBody(request.body),
      came: cameWith(request),
      ...{ guest, database: on.database, egress: on.egress, secrets: on.secrets, cookie },
      files: on.files,
    })
    cookie.send(reply, guest.origin)
    if (operation.raw) return sendRaw(reply, operation, answer)
    return send(reply, operation, print(render, answer))
  }
}

interface Shapes {
  readQuery: Reader
  readBody: Reader
  render: ((answer: unknown) => unknown) | undefined
}

/** The readers of a request and the renderer of its answer. */
function shapes(version: Version, operation: Operation): Shapes {
  return {
    readQuery: operation.query ? reader(version, operation.query) : () => ({}),
    readBody: bodyReader(version, operation, operation.body),
    render: operation.answer && renderer(version, operation.answer),
  }
}

function bodyReader(version: Version, operation: Operation, schema: TSchema | undefined): Reader {
  if (!schema) return () => undefined
  const read = reader(version, schema)
  return body => {
    if (body !== undefined && body !== null) return read(body)
    if (operation.method === 'DELETE' || operation.bodyOptional) return read({})
    throw missing('body', 'The request body is missing')
  }
}

/** Built at the first request of a version: boot does not wait for what nobody asks. */
function perVersion<T>(build: (version: Version) => T): (version: Version) => T {
  const built = new Map<Version, T>()
  return version => {
    const known = built.get(version) ?? build(version)
    built.set(version, known)
    return known
  }
}

const print = (render: Shapes['render'], answer: unknown): string =>
  answer === undefined ? '' : JSON.stringify(render ? render(answer) : answer)

function send(reply: FastifyReply, operation: Operation, body: string): FastifyReply {
  reply.code(operation.status ?? 200)
  if (body === '') return reply.send()
  return reply.header('content-type', 'application/json; charset=utf-8').send(body)
}
