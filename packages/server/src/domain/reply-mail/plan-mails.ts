import type { Tx } from '../../db/database.ts'
import type { LoggedEvent, Stretch } from '../../events/logged-event.ts'
import { readStretches } from '../../events/read-events.sql.ts'
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
export async function planMails(tx: Tx, stretches: Stretch[]): Promise<void> {
  const planned = (await readStretches(tx, stretches, TOPICS)).flatMap(planOf)
  if (planned.length > 0) await insertDue(tx, planned)
}

function planOf({ workspaceId, object, payload, createdAt }: LoggedEvent): PlannedMail[] {
  const partId = Number(payload['part_id'])
  if (!Number.isSafeInteger(partId)) return []
  return [{ workspaceId, conversationId: Number(object.id), partId, at: createdAt }]
}
