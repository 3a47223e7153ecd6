import { type EventName, isNotice } from '@guichet/contract/topics.ts'
import { markCommit } from '../db/commit-marks.ts'
import type { Tx } from '../db/database.ts'
import type { Actor } from '../domain/actor.ts'
import { insertEvents, insertWithEvent, type NewEvent, type Write } from './append.sql.ts'
import { EVENTS_APPENDED } from './sequencing.sql.ts'

/** Whoever an event says did it. */
type Doer = Pick<Actor, 'adminId' | 'appId' | 'now'> & { workspace: Pick<Actor['workspace'], 'id'> }

/** Something that happened to an object of a workspace. */
export interface Happening {
  topic: EventName
  object: { type: string; id: string }
  /** What a reader of the log cannot look up later: the part, the tag, the values before. */
  payload?: Record<string, unknown>
}

/**
 * Appends to the event log, in the transaction of the change itself: the one source of all side effects.
 *
 * It comes after the statement that wrote or locked the object. Ids are drawn here and the log is in their order, so that
 * whoever changed the object next, having waited for that lock, drew a higher one.
 */
export async function append(tx: Tx, actor: Doer, ...happenings: Happening[]): Promise<void> {
  if (happenings.length === 0) return
  await insertEvents(tx, sharedBy(actor), happenings.map(toEvent))
  mark(tx, happenings)
}

/**
 * As `append`, in the very statement that writes a new object: nothing is told where no row was written. Answers the rows that were.
 */
export async function appendWith<R extends Record<string, unknown>>(
  tx: Tx,
  actor: Doer,
  write: Write<R>,
  happening: Happening,
): Promise<R[]> {
  const rows = await insertWithEvent(tx, sharedBy(actor), toEvent(happening), write)
  if (rows.length > 0) mark(tx, [happening])
  return rows
}

const sharedBy = ({ workspace, now, adminId, appId }: Doer) => ({
  ...{ workspaceId: workspace.id, now },
  actor: { admin_id: adminId, app_id: appId },
})

const toEvent = ({ topic, object, payload = {} }: Happening): NewEvent => ({
  ...{ topic, object_type: object.type, object_id: object.id, payload },
})

function mark(tx: Tx, happenings: Happening[]): void {
  if (happenings.some(({ topic }) => !isNotice(topic))) told.add(tx)
  markCommit(tx, EVENTS_APPENDED)
}

/** Marks a transaction whose statements tell of themselves where they do: see docs/events.md. */
export const mayTell = (tx: Tx): void => markCommit(tx, EVENTS_APPENDED)

/** That an object is different, where no topic says so and its table does not tell of itself. */
export const objectChanged = (type: string, id: string): Happening => ({
  topic: 'object.changed',
  object: { type, id },
})

export const objectDeleted = (type: string, id: string): Happening => ({
  topic: 'object.deleted',
  object: { type, id },
})

const told = new WeakSet<Tx>()

/** Whether anything of a topic was appended in a transaction so far. */
export const hasTold = (tx: Tx): boolean => told.has(tx)
