import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { workspaceNow } from '../../db/workspace-now.ts'
import type { Attachment } from '../conversation/index.ts'

export interface PlannedMail {
  workspaceId: string
  conversationId: number
  partId: number
  at: number
}

/** Where nothing is said, after how many minutes what is unseen is mailed. */
const USUAL_MINUTES = 5

/**
 * Has conversations mailed: those that came by mail at once, others once their customer had time to see it in the messenger. One
 * that waits already stays as it is; its mail will carry what is new too.
 */
export async function insertDue(tx: Tx, planned: PlannedMail[]): Promise<void> {
  await sql`
    insert into mail_due (workspace_id, conversation_id, first_part_id, planned_at, due_at)
    select distinct on (c.workspace_id, c.id) c.workspace_id, c.id, p.part, p.at,
      case when c.source_type = 'email' then p.at
        else p.at + 60 * coalesce((w.settings->'mail'->>'unseen_after_minutes')::int, ${USUAL_MINUTES}) end
    from unnest(
      ${planned.map(each => each.workspaceId)}::text[], ${planned.map(each => each.conversationId)}::bigint[],
      ${planned.map(each => each.partId)}::bigint[], ${planned.map(each => each.at)}::bigint[]
    ) as p (workspace, conversation, part, at)
    join conversations c on c.workspace_id = p.workspace and c.id = p.conversation
    join workspaces w on w.id = c.workspace_id
    where exists (select from mailboxes m where m.workspace_id = c.workspace_id)
      and (c.source_type = 'email' or w.settings->'mail'->'unseen_after_minutes' is distinct from 'null'::jsonb)
    order by c.workspace_id, c.id, p.part
    on conflict (workspace_id, conversation_id) do nothing`.execute(tx)
}

/** Conversations whose time has come, of every workspace or of one: needs the unguarded lane. */
export const selectDueMails = (read: Tx, { now, within }: { now: number; within?: string | undefined }) =>
  read
    .selectFrom('mail_due')
    .innerJoin('workspaces', 'workspaces.id', 'mail_due.workspace_id')
    .innerJoin('admins', join =>
      join.onRef('admins.workspace_id', '=', 'mail_due.workspace_id').on('admins.kind', '=', 'bot'),
    )
    .select(['mail_due.workspace_id', 'conversation_id', 'workspaces.name', 'workspaces.timezone'])
    .select(['admins.id as operator_id', workspaceNow(now).as('now')])
    .where('due_at', '<=', workspaceNow(now))
    .$if(within !== undefined, query => query.where('mail_due.workspace_id', '=', within ?? ''))
    .orderBy('due_at')
    .limit(100)
    .execute()

export type DueMail = Awaited<ReturnType<typeof selectDueMails>>[number]

/** Takes a conversation off the list, to mail it in this transaction; undefined where somebody else did. */
export const takeDue = (tx: Tx, { workspace_id, conversation_id }: DueMail) =>
  tx
    .deleteFrom('mail_due')
    .where('workspace_id', '=', workspace_id)
    .where('conversation_id', '=', conversation_id)
    .returning(['first_part_id', 'planned_at'])
    .executeTakeFirst()

/** Has a conversation mailed, or one that was taken off the list looked at again. */
export async function putDue(
  tx: Tx,
  workspaceId: string,
  { conversationId, from, at, dueAt }: { conversationId: number; from: number; at: number; dueAt: number },
): Promise<void> {
  await tx
    .insertInto('mail_due')
    .values({
      ...{ workspace_id: workspaceId, conversation_id: conversationId, first_part_id: from },
      ...{ planned_at: at, due_at: dueAt },
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** What a mail of a conversation begins with. */
export const selectSubject = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('conversations')
    .select(['id', 'is_ticket', 'title', 'brand_id', 'source_type', 'source_subject', 'merged_into'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

/** What teammates and bots wrote from a part on that no mail carries yet, the oldest first. */
export const selectUnmailed = (
  tx: Tx,
  workspaceId: string,
  { conversationId, from, writtenFrom }: { conversationId: number; from: number; writtenFrom: number },
) =>
  tx
    .selectFrom('conversation_parts as part')
    .select(['part.id', 'part.body', 'part.author_type', 'part.author_name', 'part.created_at'])
    .select(row => row.ref('part.attachments').$castTo<Attachment[]>().as('attachments'))
    .where('part.workspace_id', '=', workspaceId)
    .where('part.conversation_id', '=', conversationId)
    .where('part.id', '>=', from)
    // What an import tells of the past nobody waits for.
    .where('part.created_at', '>=', writtenFrom)
    .where('part.part_type', 'in', ['comment', 'open', 'close', 'quick_reply'])
    .where('part.author_type', 'in', ['admin', 'bot', 'team'])
    .where('part.notified_at', 'is not', null)
    .where('part.redacted', '=', false)
    .where(sql<boolean>`(coalesce(part.body, '') <> '' or part.attachments <> '[]')`)
    .where(row =>
      row.not(
        row.exists(
          row
            .selectFrom('mail_parts')
            .select(sql`1`.as('one'))
            .where('mail_parts.workspace_id', '=', workspaceId)
            .where('mail_parts.conversation_id', '=', conversationId)
            .whereRef('mail_parts.part_id', '=', 'part.id'),
        ),
      ),
    )
    .orderBy('part.id')
    .limit(100)
    .execute()

export type UnmailedPart = Awaited<ReturnType<typeof selectUnmailed>>[number]

/** What a teammate began a conversation with, as its part 0, unless a mail carries it. */
export const selectUnmailedSource = (
  tx: Tx,
  workspaceId: string,
  conversationId: number,
): Promise<UnmailedPart | undefined> =>
  tx
    .selectFrom('conversations as source')
    .select([sql<number>`0`.as('id'), 'source_body as body', 'created_at'])
    .select([sql<string>`'admin'`.as('author_type'), 'source_author_name as author_name'])
    .select(row => row.ref('source_attachments').$castTo<Attachment[]>().as('attachments'))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', conversationId)
    .where('source_author_type', '=', 'admin')
    .where('source_redacted', '=', false)
    .where(row =>
      row.not(
        row.exists(
          row
            .selectFrom('mail_parts')
            .select(sql`1`.as('one'))
            .where('mail_parts.workspace_id', '=', workspaceId)
            .where('mail_parts.conversation_id', '=', conversationId)
            .where('mail_parts.part_id', '=', 0),
        ),
      ),
    )
    .executeTakeFirst()

/** What the customer wrote last before a part, for whoever has forgotten. */
export const selectLastFromCustomer = (
  tx: Tx,
  workspaceId: string,
  { conversationId, before }: { conversationId: number; before: number },
) =>
  tx
    .selectFrom('conversation_parts')
    .select(['body', 'author_name', 'created_at'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('id', '<', before)
    .where('author_type', 'in', ['user', 'lead', 'contact'])
    .where('redacted', '=', false)
    .where(sql<boolean>`coalesce(body, '') <> ''`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const selectSourceWords = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('conversations')
    .select(['source_body as body', 'source_author_name as author_name', 'created_at'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('source_author_type', 'in', ['user', 'lead', 'contact'])
    .where('source_redacted', '=', false)
    .executeTakeFirst()

/** Everybody who takes part, with how far they have read. */
export const selectReaders = (tx: Tx, workspaceId: string, conversationId: number) =>
  tx
    .selectFrom('conversation_contacts as taking')
    .innerJoin('contacts', join =>
      join
        .onRef('contacts.workspace_id', '=', 'taking.workspace_id')
        .onRef('contacts.id', '=', 'taking.contact_id'),
    )
    .select(['contacts.id', 'contacts.name', 'contacts.email', 'contacts.has_hard_bounced'])
    .select(['contacts.blocked_at', 'taking.read_part_id'])
    .where('taking.workspace_id', '=', workspaceId)
    .where('taking.conversation_id', '=', conversationId)
    .orderBy('taking.created_at')
    .orderBy('contacts.id')
    .execute()

export type Reader = Awaited<ReturnType<typeof selectReaders>>[number]

/** Says which mail carries which parts. */
export async function insertMailParts(
  tx: Tx,
  workspaceId: string,
  of: { conversationId: number; outgoingId: number; partIds: number[] },
): Promise<void> {
  await tx
    .insertInto('mail_parts')
    .values(
      of.partIds.map(part_id => ({
        ...{ workspace_id: workspaceId, conversation_id: of.conversationId, part_id },
        outgoing_id: of.outgoingId,
      })),
    )
    .execute()
}

export interface NewDelivery {
  address: string
  contactId: string | null
  status: 'pending' | 'failed'
  error: string | null
}

export async function insertDeliveries(
  tx: Tx,
  workspaceId: string,
  of: { conversationId: number; outgoingId: number; now: number; deliveries: NewDelivery[] },
): Promise<void> {
  await tx
    .insertInto('mail_deliveries')
    .values(
      of.deliveries.map(({ address, contactId, status, error }) => ({
        ...{ workspace_id: workspaceId, conversation_id: of.conversationId, outgoing_id: of.outgoingId },
        ...{ address, contact_id: contactId, status, error, updated_at: of.now },
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** What became of a mail towards some addresses; the conversation and contacts that it changes something of. */
export const updateDeliveries = (
  tx: Tx,
  workspaceId: string,
  of: {
    outgoingId: number
    addresses: string[]
    status: 'kept' | 'sent' | 'failed' | 'bounced'
    error: string | null
    now: number
  },
) =>
  tx
    .updateTable('mail_deliveries')
    .set({ status: of.status, error: of.error, updated_at: of.now })
    .where('workspace_id', '=', workspaceId)
    .where('outgoing_id', '=', of.outgoingId)
    .where('address', '=', sql<string>`any(${of.addresses}::text[])`)
    .returning(['conversation_id', 'contact_id', 'address'])
    .execute()

/** The last mail of a conversation to an address. */
export const selectLastTo = (tx: Tx, workspaceId: string, conversationId: number, address: string) =>
  tx
    .selectFrom('mail_deliveries')
    .select('outgoing_id')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('address', '=', address)
    .orderBy('outgoing_id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const selectDeliveries = (tx: Tx, workspaceId: string, conversationId: number) =>
  tx
    .selectFrom('mail_deliveries')
    .select(['outgoing_id', 'address', 'error'])
    .select(row =>
      row.ref('status').$castTo<'pending' | 'kept' | 'sent' | 'failed' | 'bounced'>().as('status'),
    )
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .orderBy('address')
    .execute()

export const selectMailParts = (tx: Tx, workspaceId: string, conversationId: number) =>
  tx
    .selectFrom('mail_parts')
    .select(['part_id', 'outgoing_id'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .orderBy('part_id')
    .execute()

export async function markHardBounced(tx: Tx, workspaceId: string, contactIds: string[]): Promise<void> {
  await tx
    .updateTable('contacts')
    .set({ has_hard_bounced: true })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<string>`any(${contactIds}::text[])`)
    .execute()
}

/** Writes onto parts by which mail they left. */
export async function describeParts(
  tx: Tx,
  workspaceId: string,
  of: { conversationId: number; partIds: number[]; metadata: object },
): Promise<void> {
  await tx
    .updateTable('conversation_parts')
    .set({ email_message_metadata: json(of.metadata) })
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', of.conversationId)
    .where('id', '=', sql<number>`any(${of.partIds}::bigint[])`)
    .execute()
}
