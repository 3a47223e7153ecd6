import { setTimeout } from 'node:timers/promises'
import { errors, Problem } from '@guichet/contract/errors.ts'
import type { Operation } from '@guichet/contract/operation.ts'
import type { FastifyRequest } from 'fastify'
import type { Database, Tx } from '../db/database.ts'
import type { Actor } from '../domain/actor.ts'
import { type Drawn, drawFaults } from '../domain/sandbox/index.ts'

/**
 * Lets go wrong what a sandbox has switched on: waits, refuses, or keeps for later what strikes only once the work is done. What
 * runs the sandbox itself is spared, our own pages with it, or nobody could switch anything off.
 */
export async function strike(
  database: Database,
  request: FastifyRequest,
  operation: Operation,
  actor: Actor,
): Promise<void> {
  if (/^\/(sandbox|app\/api)/.test(operation.path)) return
  const kinds = [
    'rate_limit',
    'latency',
    'error',
    ...(isSearch(operation) ? (['search_lag'] as const) : []),
  ] as const
  const route = request.url.split('?', 1)[0] ?? ''
  const now = { workspaceId: actor.workspace.id, now: actor.now }
  const drawn = await database.transaction(tx =>
    drawFaults(tx, now, { kinds, method: request.method, route }),
  )
  for (const { kind, delay_ms } of drawn) if (kind === 'latency') await setTimeout(delay_ms)
  if (drawn.some(({ kind }) => kind === 'rate_limit')) throw limited()
  const [failing] = drawn.filter(({ kind }) => kind === 'error')
  if (failing && !failing.done) throw failed(failing)
  const lag = Math.max(0, ...drawn.map(each => each.lag ?? 0))
  later.set(request, { failing, lag })
}

/** Fails what has been done, where that is what goes wrong: the caller cannot know that it was. */
export function strikeDone(request: FastifyRequest): void {
  const failing = later.get(request)?.failing
  if (failing) throw failed(failing)
}

/** Runs a search, on what there was before the last seconds where those are what it does not see yet. */
export function lagging<T>(
  database: Database,
  request: FastifyRequest,
  actor: Actor,
  read: (tx: Tx) => Promise<T>,
): Promise<T> | undefined {
  const lag = later.get(request)?.lag ?? 0
  return lag > 0 ? database.asOf(actor.now - lag, read) : undefined
}

const later = new WeakMap<object, { failing: Drawn | undefined; lag: number }>()

const isSearch = ({ path }: Operation): boolean => path.endsWith('/search')

const RETRY_AFTER = 10

const limited = (): Problem =>
  new Problem(errors.rateLimitExceeded, {
    message: 'Exceeded rate limit, as this sandbox was told',
    headers: { 'retry-after': String(RETRY_AFTER) },
  })

const failed = ({ status = 500 }: Drawn): Problem =>
  new Problem(status === 503 ? errors.serviceUnavailable : { ...errors.serverError, status }, {
    message: 'This sandbox was told to fail',
  })
