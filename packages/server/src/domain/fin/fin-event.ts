import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { hasCallback, insertEvents } from './fin-event.sql.ts'
import type { Session } from './session.sql.ts'

/** Something Fin did, without what every event says. Chunks go to streams alone. */
export type FinEvent =
  | {
      event_name: 'fin_status_updated'
      status: 'awaiting_user_reply' | 'escalated' | 'resolved' | 'complete'
      reason?: string
    }
  | {
      event_name: 'fin_replied'
      message: { id: string; author: 'fin'; body: string; timestamp_ms: string }
      status: 'replying'
      stream_id: string
    }
  | {
      event_name: 'fin_reply_chunk'
      stream_id: string
      chunk_index: number
      chunk_text: string
      status: 'replying'
    }
  | { event_name: 'csat_requested'; csat: { options: { key: string; emoji: string; label: string }[] } }

/** Tells of what Fin did, in the transaction in which it does it. The caller holds the session. */
export async function emit(tx: Tx, actor: Actor, session: Session, events: FinEvent[]): Promise<void> {
  if (events.length === 0) return
  const called = await hasCallback(tx, actor.workspace.id, session.app_id)
  const rows = events.map(event => ({
    body: JSON.stringify(whole(actor, session, event)),
    delivery: called && event.event_name !== 'fin_reply_chunk' ? ('pending' as const) : ('none' as const),
  }))
  await insertEvents(tx, actor, session.id, rows)
}

function whole(actor: Actor, session: Session, { event_name, ...rest }: FinEvent): object {
  return {
    event_name,
    conversation_id: session.external_id,
    ...(event_name !== 'fin_reply_chunk' && { user_id: session.external_user_id }),
    ...rest,
    created_at_ms: isoMs(actor.now),
  }
}

/** The API's times with milliseconds. */
export const isoMs = (seconds: number): string => new Date(seconds * 1000).toISOString()
