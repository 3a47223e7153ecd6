import { Problem } from '@guichet/contract/errors.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { finishTask, selectWork } from './bulk.sql.ts'

/** One entry of a bulk request, as it was checked when it came. */
export type Item = Record<string, unknown>

type Acts = Record<'create' | 'update' | 'delete', (tx: Tx, actor: Actor, item: Item) => Promise<void>>

/**
 * Does a task, item by item. One that is refused leaves nothing behind, is noted, and keeps no other from being done.
 * A task that is done already stays as it is.
 */
export async function runTask(tx: Tx, actor: Actor, request: unknown, acts: Acts): Promise<null> {
  const id = taskOf(request)
  const work = await selectWork(tx, actor.workspace.id, id)
  if (!work) return null
  const failures: object[] = []
  for (const [index, item] of itemsOf(work.items).entries()) {
    const refusal = await refusalOf(tx, () => acts[work.action](tx, actor, item))
    if (refusal) failures.push({ index, code: refusal.code, message: refusal.message })
  }
  await finishTask(tx, actor, { id, bulkJobId: work.bulk_job_id, failures })
  return null
}

async function refusalOf(tx: Tx, act: () => Promise<void>): Promise<Problem | undefined> {
  await sql`savepoint item`.execute(tx)
  try {
    await act()
    await sql`release savepoint item`.execute(tx)
    return undefined
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await sql`rollback to savepoint item`.execute(tx)
    return error
  }
}

function taskOf(request: unknown): number {
  const id = isItem(request) ? request['task_id'] : undefined
  if (typeof id !== 'number') throw new Error('a bulk job names no task')
  return id
}

const itemsOf = (stored: unknown): Item[] => (Array.isArray(stored) ? stored.filter(isItem) : [])

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null

/** An item without the keys that its request does not list: those are passed over. */
export const onlyListed = (item: Item, { properties }: { properties: object }): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => Object.hasOwn(properties, name)))
