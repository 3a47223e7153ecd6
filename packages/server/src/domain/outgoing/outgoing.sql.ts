import { sql } from 'kysely'
import { announce } from '../../db/announce.ts'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { workspaceNow } from '../../db/workspace-now.ts'
import type { Mailbox } from '../../mail/mailer.ts'
import type { Actor } from '../actor.ts'

/** Whoever sends what goes out listens on this channel. */
export const OUTGOING_CHANNEL = 'guichet_outgoing'

export type Channel = 'email' | 'sms' | 'whatsapp'

interface Recipient extends Mailbox {
  contactId?: string
}

export interface Recipients {
  to: Recipient[]
  cc: Recipient[]
  bcc: Recipient[]
}

export interface Template {
  name: string
  components: unknown
  locale: string | null
}

/** A file of the store that goes with a mail. */
export interface StoredEnclosure {
  key: string
  name: string
  type: string
  size: number
  /** By what the HTML calls a picture that it shows. */
  cid: string | null
}

/** What goes with a mail, and the mail with links in its place. */
export interface Enclosed {
  files: StoredEnclosure[]
  linked: { html: string; plain: string }
}

export interface NewOutgoing {
  channel: Channel
  kind: string
  key: string
  subject: string
  html: string | null
  plain: string | null
  template: Template | null
  sender: { name: string; reply_to: Mailbox | null; address?: string; return_path?: string }
  recipients: Recipients
  headers: Record<string, string>
  enclosed: Enclosed | null
  messageId: number | null
  confidential: boolean
}

/** A message that waits to be sent; those who send hear of it as soon as it is committed. Returns its id. */
export async function insertOutgoing(tx: Tx, actor: Actor, outgoing: NewOutgoing): Promise<number> {
  const { messageId, sender, recipients, headers, template, enclosed, ...rest } = outgoing
  const { id } = await tx
    .insertInto('outgoing_messages')
    .values({
      ...{ workspace_id: actor.workspace.id, ...rest, message_id: messageId, created_at: actor.now },
      ...{ sender: json(sender), recipients: json(recipients), headers: json(headers) },
      ...{ template: template && json(template), enclosed: enclosed && json(enclosed) },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await announce(tx, OUTGOING_CHANNEL)
  return id
}

const SENT_COLUMNS = [
  ...(['workspace_id', 'id', 'channel', 'kind', 'message_id', 'subject', 'html', 'plain', 'key'] as const),
  ...(['attempts', 'next_attempt_at', 'created_at', 'confidential'] as const),
] as const

/** What waits to be sent and whose time has come, the longest waiting first. Needs the unguarded lane. */
export const selectDue = (
  read: Tx,
  { now, within, limit }: { now: number; within: string | undefined; limit: number },
) =>
  read
    .selectFrom('outgoing_messages')
    .innerJoin('workspaces', 'workspaces.id', 'outgoing_messages.workspace_id')
    .select(SENT_COLUMNS.map(column => `outgoing_messages.${column}` as const))
    .select(workspaceNow(now).as('now'))
    .select(row => [
      row.ref('channel').$castTo<Channel>().as('channel'),
      row.ref('sender').$castTo<NewOutgoing['sender']>().as('sender'),
      row.ref('recipients').$castTo<Recipients>().as('recipients'),
      row.ref('remaining').$castTo<string[] | null>().as('remaining'),
      row.ref('headers').$castTo<Record<string, string>>().as('headers'),
      row.ref('template').$castTo<Template | null>().as('template'),
      row.ref('enclosed').$castTo<Enclosed | null>().as('enclosed'),
    ])
    .where('status', '=', 'pending')
    .where('next_attempt_at', '<=', workspaceNow(now))
    .$if(within !== undefined, query => query.where('workspace_id', '=', within ?? ''))
    .orderBy('next_attempt_at')
    .orderBy('outgoing_messages.id')
    .limit(limit)
    .execute()

export type DueOutgoing = Awaited<ReturnType<typeof selectDue>>[number]

/** Takes a message to send it, so that nobody else does for a while; whether nobody has. */
export async function claimOutgoing(tx: Tx, due: DueOutgoing, until: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('outgoing_messages')
    .set({ next_attempt_at: until, attempts: sql`attempts + 1` })
    .where('workspace_id', '=', due.workspace_id)
    .where('id', '=', due.id)
    .where('status', '=', 'pending')
    .where('next_attempt_at', '=', due.next_attempt_at)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What a message became: settled, or put off. */
export interface Settling {
  status: 'pending' | 'sent' | 'kept' | 'failed'
  now: number
  nextAttemptAt?: number
  remaining?: string[]
  error: string | null
  carrierId?: string | null
}

export async function settleOutgoing(tx: Tx, due: DueOutgoing, settling: Settling): Promise<void> {
  const { status, now, error, nextAttemptAt, remaining, carrierId } = settling
  const forgotten = due.confidential && (status === 'sent' || status === 'failed')
  await tx
    .updateTable('outgoing_messages')
    .set({
      ...{ status, error, settled_at: status === 'pending' ? null : now },
      ...(nextAttemptAt !== undefined && { next_attempt_at: nextAttemptAt }),
      ...(remaining && { remaining: json(remaining) }),
      ...(carrierId !== undefined && { carrier_id: carrierId }),
      ...(forgotten && { html: null, plain: null }),
    })
    .where('workspace_id', '=', due.workspace_id)
    .where('id', '=', due.id)
    .execute()
}

/** Has a mail go out without its files, and with links in their place. */
export async function unencloseOutgoing(
  tx: Tx,
  { workspace_id, id }: DueOutgoing,
  { linked: { html, plain } }: Enclosed,
): Promise<void> {
  await tx
    .updateTable('outgoing_messages')
    .set({ html, plain, enclosed: null })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', id)
    .execute()
}

/** Forgets what was settled before a moment, and before another what lets somebody in. Needs the unguarded lane. */
export async function deleteSettled(
  tx: Tx,
  { before, confidentialBefore }: { before: number; confidentialBefore: number },
): Promise<void> {
  await tx
    .deleteFrom('outgoing_messages')
    .where('status', '<>', 'pending')
    .where(row =>
      row.or([
        row('settled_at', '<', before),
        row.and([row('confidential', '=', true), row('settled_at', '<', confidentialBefore)]),
      ]),
    )
    .execute()
}
