import { errors, problem } from '@guichet/contract/errors.ts'
import type { Operation } from '@guichet/contract/operation.ts'
import type { FastifyRequest } from 'fastify'
import type { Database, Tx } from '../db/database.ts'
import type { Actor } from '../domain/actor.ts'
import { requireKept } from '../domain/history/index.ts'

/**
 * Runs a read: of now, or as of the moment that `Guichet-As-Of` names, with an actor of then. The same code answers both,
 * for the tables it names hold the rows of that moment. 404 where what was then is not kept any more.
 */
export function readAsAsked<T>(
  database: Database,
  { request, actor }: { request: FastifyRequest; actor: Actor },
  read: (tx: Tx, actor: Actor) => Promise<T>,
): Promise<T> {
  const asked = request.headers[AS_OF]
  if (asked === undefined) return read(database.read, actor)
  const moment = readMoment(asked, actor)
  return database.asOf(moment, async tx => {
    await requireKept(tx, actor, moment)
    return read(tx, { ...actor, now: moment })
  })
}

/** Refuses what asks for the past where there is no answer as of then: an answer as of now would be taken for one. */
export function refuseAsOf(request: FastifyRequest, operation: Operation): void {
  if (request.headers[AS_OF] !== undefined && !operation.asOf) throw problem(errors.asOfUnsupported)
}

const AS_OF = 'guichet-as-of'

function readMoment(asked: string | string[], actor: Actor): number {
  const moment = typeof asked === 'string' && /^\d{1,12}$/.test(asked.trim()) ? Number(asked) : Number.NaN
  if (!(moment <= actor.now)) throw problem(errors.asOfInvalid)
  return moment
}
