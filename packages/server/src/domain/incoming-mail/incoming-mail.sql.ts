import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { workspaceNow } from '../../db/workspace-now.ts'

export type IncomingStatus = 'received' | 'accepted' | 'rejected' | 'duplicate' | 'held' | 'failed'

export interface NewIncoming {
  workspaceId: string
  mailboxId: number
  uidValidity: string | null
  uid: number | null
  rawKey: string | null
  size: number
  status: 'received' | 'rejected' | 'failed'
  reason: string | null
  now: number
}

/** Puts a mail into the ledger; the one that lies there already where it is from the same place. */
export async function insertIncoming(tx: Tx, mail: NewIncoming): Promise<number | undefined> {
  const row = await tx
    .insertInto('incoming_mails')
    .values({
      ...{ workspace_id: mail.workspaceId, mailbox_id: mail.mailboxId, uid_validity: mail.uidValidity },
      ...{ uid: mail.uid, raw_key: mail.rawKey, size: mail.size, status: mail.status, reason: mail.reason },
      ...{ received_at: mail.now, settled_at: mail.status === 'received' ? null : mail.now },
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

const COLUMNS = [
  ...(['workspace_id', 'id', 'mailbox_id', 'raw_key', 'size', 'reason', 'sender', 'subject'] as const),
  ...(['conversation_id', 'received_at', 'settled_at', 'attempts', 'next_attempt_at'] as const),
] as const

const incoming = (tx: Tx) =>
  tx
    .selectFrom('incoming_mails')
    .select(COLUMNS)
    .select(row => row.ref('status').$castTo<IncomingStatus>().as('status'))

export type IncomingRow = Awaited<ReturnType<typeof selectIncomings>>[number]

/** The latest of a workspace first. */
export const selectIncomings = (
  tx: Tx,
  workspaceId: string,
  of: {
    mailboxId?: number | undefined
    status?: IncomingStatus | undefined
    before?: number | undefined
    limit: number
  },
) =>
  incoming(tx)
    .where('workspace_id', '=', workspaceId)
    .$if(of.mailboxId !== undefined, query => query.where('mailbox_id', '=', of.mailboxId ?? 0))
    .$if(of.status !== undefined, query => query.where('status', '=', of.status ?? 'received'))
    .$if(of.before !== undefined, query => query.where('id', '<', of.before ?? 0))
    .orderBy('id', 'desc')
    .limit(of.limit)
    .execute()

export const selectIncoming = (tx: Tx, workspaceId: string, id: number): Promise<IncomingRow | undefined> =>
  incoming(tx).where('workspace_id', '=', workspaceId).where('id', '=', id).executeTakeFirst()

/** Has what was held or failed be read anew; whether it is one of those, and kept. */
export async function resetIncoming(tx: Tx, workspaceId: string, id: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('incoming_mails')
    .set({ status: 'received', reason: 'by hand', attempts: 0, next_attempt_at: 0, settled_at: null })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('status', 'in', ['held', 'failed', 'rejected'])
    .where('raw_key', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What waits to be read, by the world's clock, the longest waiting first. Needs the unguarded lane. */
export const selectUnread = (read: Tx, { now, within }: { now: number; within?: string | undefined }) =>
  read
    .selectFrom('incoming_mails as mail')
    .innerJoin('workspaces', 'workspaces.id', 'mail.workspace_id')
    .innerJoin('admins', join =>
      join.onRef('admins.workspace_id', '=', 'mail.workspace_id').on('admins.kind', '=', 'bot'),
    )
    .select(['mail.workspace_id', 'mail.id', 'workspaces.name', 'workspaces.timezone'])
    .select(['admins.id as operator_id', workspaceNow(now).as('now')])
    .where('mail.status', '=', 'received')
    .where('mail.next_attempt_at', '<=', now)
    .$if(within !== undefined, query => query.where('mail.workspace_id', '=', within ?? ''))
    .orderBy('mail.next_attempt_at')
    .orderBy('mail.id')
    .limit(50)
    .execute()

export type UnreadMail = Awaited<ReturnType<typeof selectUnread>>[number]

/** A mail that waits to be read, held until the transaction ends; undefined where somebody else is at it or it is settled. */
export const holdIncoming = (tx: Tx, workspaceId: string, id: number): Promise<IncomingRow | undefined> =>
  incoming(tx)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('status', '=', 'received')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

/** What became of a mail. */
export interface Settled {
  status: Exclude<IncomingStatus, 'received'>
  reason?: string | null
  conversationId?: number | null
  partId?: number | null
}

export async function settleIncoming(
  tx: Tx,
  workspaceId: string,
  id: number,
  of: Settled & { sender?: string | null; subject?: string; fingerprint?: string; now: number },
): Promise<void> {
  await tx
    .updateTable('incoming_mails')
    .set({
      ...{ status: of.status, reason: of.reason ?? null, settled_at: of.now },
      ...{ conversation_id: of.conversationId ?? null, part_id: of.partId ?? null },
      ...(of.sender !== undefined && { sender: of.sender }),
      ...(of.subject !== undefined && { subject: of.subject }),
      ...(of.fingerprint !== undefined && { fingerprint: of.fingerprint }),
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Puts a mail off after a fault of ours; how often it has been tried. */
export async function postponeIncoming(
  tx: Tx,
  { workspace_id, id }: Pick<UnreadMail, 'workspace_id' | 'id'>,
  { until, reason }: { until: number; reason: string },
): Promise<number> {
  const row = await tx
    .updateTable('incoming_mails')
    .set(mail => ({ attempts: mail('attempts', '+', 1), next_attempt_at: until, reason }))
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', id)
    .where('status', '=', 'received')
    .returning('attempts')
    .executeTakeFirst()
  return row?.attempts ?? 0
}

/** How many mails of a sender were taken since a moment. */
export async function countFrom(
  tx: Tx,
  workspaceId: string,
  { sender, since }: { sender: string; since: number },
): Promise<number> {
  const { count } = await tx
    .selectFrom('incoming_mails')
    .select(row => row.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('sender', '=', sender)
    .where('received_at', '>=', since)
    .where('status', '=', 'accepted')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Somebody of an address: those who take part in a conversation come first, and nobody is a visitor. */
export const selectSender = (
  tx: Tx,
  workspaceId: string,
  { email, among }: { email: string; among: string[] },
) =>
  tx
    .selectFrom('contacts')
    .select(['id', 'role', 'external_id', 'name', 'email', 'blocked_at'])
    .select(sql<boolean>`id = any(${among}::text[])`.as('takes_part'))
    .where('workspace_id', '=', workspaceId)
    .where('email', '=', email)
    .where('merged_into', 'is', null)
    .where('role', 'in', ['user', 'lead'])
    .orderBy(sql`id = any(${among}::text[])`, 'desc')
    .orderBy(sql`case role when 'user' then 0 else 1 end`)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

/** The teammate of an address. */
export const selectTeammate = (tx: Tx, workspaceId: string, email: string) =>
  tx
    .selectFrom('admins')
    .select(['id', 'name', 'email'])
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'admin')
    .where(sql`lower(email)`, '=', email)
    .executeTakeFirst()

export const selectTeamId = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('teams')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
