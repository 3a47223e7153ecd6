import type { TopicName } from '@guichet/contract/topics.ts'
import { markCommit } from '../db/commit-marks.ts'
import type { Tx } from '../db/database.ts'
import { json } from '../db/json.ts'
import type { Actor } from '../domain/actor.ts'
import { EVENTS_APPENDED } from './sequencing.sql.ts'

/** Whoever an event says did it. */
type Doer = Pick<Actor, 'adminId' | 'appId' | 'now'> & { workspace: Pick<Actor['workspace'], 'id'> }

/** Something that happened to an object of a workspace. */
export interface Happening {
  topic: TopicName
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
  told.add(tx)
  await tx
    .insertInto('event_inbox')
    .values(
      happenings.map(({ topic, object, payload }) => ({
        workspace_id: actor.workspace.id,
        topic,
        object_type: object.type,
        object_id: object.id,
        actor: json({ admin_id: actor.adminId, app_id: actor.appId }),
        payload: json(payload ?? {}),
        created_at: actor.now,
      })),
    )
    .execute()
  markCommit(tx, EVENTS_APPENDED)
}

const told = new WeakSet<Tx>()

/** Whether anything was appended in a transaction so far. */
export const hasTold = (tx: Tx): boolean => told.has(tx)
