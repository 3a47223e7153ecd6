import { createHash } from 'node:crypto'
import type { EventName } from '@guichet/contract/topics.ts'

/** An event of the log. Within a workspace sequences are 1, 2, 3, … without a gap. */
export interface LoggedEvent {
  workspaceId: string
  sequence: number
  /** Unique in the database, and never another one. */
  id: number
  topic: EventName
  object: { type: string; id: string }
  /** Who did it: null for events older than the question. */
  actor: { admin_id?: number; app_id?: number } | null
  payload: Record<string, unknown>
  /** Seconds since the epoch, by the clock of the workspace. */
  createdAt: number
}

/** What was added to the end of a workspace's log at once: from which sequence to which, and the topics that are among them. */
export interface Stretch {
  workspaceId: string
  first: number
  last: number
  topics: EventName[]
}

/** The id under which the world knows an event, such as `notif_0f5c…`: however often it is told, and to whom, it is this one. */
export function notificationId({ workspaceId, id }: Pick<LoggedEvent, 'workspaceId' | 'id'>): string {
  const bytes = createHash('sha256').update(`event ${workspaceId} ${id}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `notif_${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
