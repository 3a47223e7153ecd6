import type { Tx } from '../../db/database.ts'
import type { LoggedEvent } from '../../events/logged-event.ts'
import { insertDue, type PlannedMail } from './reply-mail.sql.ts'

/** What a customer is to read, and may have to be mailed. */
const TOPICS: ReadonlySet<string> = new Set([
  ...['conversation.admin.replied', 'conversation.operator.replied', 'conversation.admin.closed'],
  ...['ticket.admin.replied', 'ticket.closed'],
])

/**
 * Plans the mails that follow from events, in the transaction that gives them their place in the log: what is planned once is not
 * planned again. Of workspaces without an address that customers write to, nothing is. Needs the unguarded lane.
 */
export async function planMails(tx: Tx, events: LoggedEvent[]): Promise<void> {
  const planned = events.flatMap(planOf)
  if (planned.length > 0) await insertDue(tx, planned)
}

function planOf({ workspaceId, topic, object, payload, createdAt }: LoggedEvent): PlannedMail[] {
  const partId = Number(payload['part_id'])
  if (!TOPICS.has(topic) || !Number.isSafeInteger(partId)) return []
  return [{ workspaceId, conversationId: Number(object.id), partId, at: createdAt }]
}
