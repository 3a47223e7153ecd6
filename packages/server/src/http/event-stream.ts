import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { type FinStream, hasExpired, openFinStream, readFinStream } from '../domain/fin/index.ts'
import type { Streams, Waiter } from './streams.ts'

interface StreamRoute {
  Querystring: { channels?: string; accessToken?: string; rewind?: string }
}

interface Streaming {
  database: Database
  clock: Clock
  streams: Streams
}

/** How often a silent stream shows that it is alive. */
const HEARTBEAT_MS = 15_000

/**
 * Serves what Fin does as server-sent events to whoever has the token of a session. A stream ends when Fin has no more to
 * say, when its token expires, and with the server; one that broke goes on behind the `Last-Event-ID` it names.
 */
export function serveEventStreams(app: FastifyInstance, on: Streaming): void {
  app.addHook('preClose', async () => on.streams.close())
  app.get<StreamRoute>('/event-stream', async (request, reply) => {
    const asked = requestOf(request)
    const stream = await openFinStream(on.database.read, asked, seconds(on.clock))
    if (asked.lastEventId !== undefined && (await hasEnded(on, stream))) return reply.code(204).send()
    const waiter = on.streams.open(`${stream.workspaceId}/${stream.sessionId}`)
    reply.raw.once('close', () => {
      waiter.end()
      waiter.wake()
    })
    return reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-cache, no-transform')
      .header('access-control-allow-origin', '*')
      .header('x-accel-buffering', 'no')
      .send(Readable.from(frames(on, stream, { waiter, isGone: () => reply.raw.destroyed })))
  })
}

/** Browsers connect again after every end; this tells them not to. */
async function hasEnded({ database }: Streaming, stream: FinStream): Promise<boolean> {
  const { events, atRest } = await readFinStream(database.read, stream, stream.from)
  return atRest && events.length === 0
}

function requestOf({ query, headers }: FastifyRequest<StreamRoute>) {
  const last = headers['last-event-id']
  return {
    channel: textOf(query.channels),
    token: textOf(query.accessToken),
    rewind: query.rewind === undefined ? undefined : textOf(query.rewind),
    lastEventId: typeof last === 'string' ? last : undefined,
  }
}

/** A parameter given twice comes as a list. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

async function* frames(
  { database, clock, streams }: Streaming,
  stream: FinStream,
  { waiter, isGone }: { waiter: Waiter; isGone: () => boolean },
): AsyncGenerator<string> {
  let { from } = stream
  yield ': connected\n\n'
  while (!isGone() && !streams.closed && !(await hasExpired(database.read, stream, seconds(clock)))) {
    const { events, atRest } = await readFinStream(database.read, stream, from)
    for (const { id, body } of events) yield `id: ${id}\ndata: ${body}\n\n`
    const last = events.at(-1)
    if (last) from = { after: last.id }
    else if (atRest) return
    else {
      await waiter.wait(HEARTBEAT_MS)
      yield ': still here\n\n'
    }
  }
}
