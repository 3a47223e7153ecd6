import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { inAudiences } from '../audience/index.ts'
import { insertProcedure, type ProcedureRow, selectProcedure, selectTriggered } from './procedure.sql.ts'
import { readSteps, type Step } from './steps.ts'

/** A way of doing something, step by step. */
export interface NewProcedure {
  name: string
  description?: string
  /** Whether it can be run; it can unless said. */
  live?: boolean
  /** Whether an API call may start it; it may unless said. */
  apiTrigger?: boolean
  /** Whom it is for; everybody when left out. */
  audienceIds?: number[]
  steps: Step[]
}

/** What others need to know of a procedure. */
export interface ProcedureRef {
  id: number
  name: string
  description: string
  steps: Step[]
}

/** Makes a procedure. Answers its id. */
export function createProcedure(tx: Tx, actor: Actor, procedure: NewProcedure): Promise<number> {
  const name = procedure.name.trim()
  if (name === '' || name.length > 255) throw invalid('name must have 1 to 255 characters', 'name')
  return insertProcedure(tx, actor, { ...procedure, name, steps: readSteps(procedure.steps) })
}

/** The procedure an API call wants to run; 400 for one that is not there, not live or not for API calls. */
export async function requireRunnable(tx: Tx, actor: Actor, id: string): Promise<ProcedureRef> {
  const key = numericId(id)
  const row = key === undefined ? undefined : await selectProcedure(tx, actor.workspace.id, key)
  if (!row) throw problem(errors.procedureNotFound)
  if (!row.live) throw problem(errors.procedureNotLive)
  if (!row.api_trigger) throw problem(errors.procedureNotTriggered)
  return refOf(row)
}

/** The procedures an API call may run for a contact. */
export async function runnableFor(tx: Tx, actor: Actor, contactId: string): Promise<ProcedureRef[]> {
  const rows = await selectTriggered(tx, actor.workspace.id)
  const audienceIds = [...new Set(rows.flatMap(row => row.audience_ids))]
  const mine = await inAudiences(tx, actor, { contactId, audienceIds })
  return rows.filter(({ audience_ids: ids }) => ids.length === 0 || ids.some(id => mine.has(id))).map(refOf)
}

const refOf = ({ id, name, description, steps }: ProcedureRow): ProcedureRef => ({
  ...{ id, name, description },
  steps: readSteps(steps),
})
