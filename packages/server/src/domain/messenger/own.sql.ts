import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import type { Attachment } from '../conversation/index.ts'

/** Where a page of somebody's conversations begins: behind this one. */
export interface Place {
  updatedAt: number
  id: number
}

export type OwnRow = Awaited<ReturnType<typeof selectOwn>>[number]

/** Conversations and shared tickets that a contact takes part in, the latest changed first. */
export const selectOwn = (
  tx: Tx,
  workspaceId: string,
  contactId: string,
  of: {
    id?: number
    before?: Place | undefined
    kind?: 'conversation' | 'ticket' | undefined
    limit: number
  },
) =>
  tx
    .selectFrom('conversation_contacts as mine')
    .innerJoin('conversations', join =>
      join
        .onRef('conversations.workspace_id', '=', 'mine.workspace_id')
        .onRef('conversations.id', '=', 'mine.conversation_id'),
    )
    .leftJoin('tickets', join =>
      join
        .onRef('tickets.workspace_id', '=', 'mine.workspace_id')
        .onRef('tickets.id', '=', 'mine.conversation_id'),
    )
    .leftJoin('ticket_types', join =>
      join
        .onRef('ticket_types.workspace_id', '=', 'tickets.workspace_id')
        .onRef('ticket_types.id', '=', 'tickets.ticket_type_id'),
    )
    .leftJoin('ticket_states', join =>
      join
        .onRef('ticket_states.workspace_id', '=', 'tickets.workspace_id')
        .onRef('ticket_states.id', '=', 'tickets.ticket_state_id'),
    )
    .select(['conversations.id', 'conversations.title', 'conversations.state', 'conversations.created_at'])
    .select('conversations.source_subject')
    .select(['conversations.updated_at', 'conversations.rating', 'conversations.rating_remark'])
    .select(['conversations.first_admin_reply_at', 'mine.read_part_id'])
    .select(['tickets.title as ticket_title', 'tickets.description', 'tickets.category'])
    .select(['tickets.ticket_id as ticket_number', 'tickets.attributes'])
    .select(['ticket_types.name as kind', 'ticket_states.external_label', 'ticket_states.category as phase'])
    .where('mine.workspace_id', '=', workspaceId)
    .where('conversations.workspace_id', '=', workspaceId)
    .where('mine.contact_id', '=', contactId)
    .where(isOwn)
    .$if(of.id !== undefined, query => query.where('conversations.id', '=', of.id ?? 0))
    .$if(of.kind !== undefined, query => query.where('conversations.is_ticket', '=', of.kind === 'ticket'))
    .$if(of.before !== undefined, query => query.where(behind(of.before ?? { updatedAt: 0, id: 0 })))
    .orderBy('conversations.updated_at', 'desc')
    .orderBy('conversations.id', 'desc')
    .limit(of.limit)
    .execute()

/** A ticket is its customer's to see once it is shared with them. */
const isOwn = sql<boolean>`(not conversations.is_ticket or tickets.is_shared)`

const behind = ({ updatedAt, id }: Place): Expression<SqlBool> =>
  sql<boolean>`(conversations.updated_at, conversations.id) < (${updatedAt}, ${id})`

/** What customers see of a part: words, files or answers to pick from, and no note. */
const READABLE = ['comment', 'open', 'close', 'quick_reply'] as const

/** What tells that a ticket is in another state than before. */
const MOVED = 'ticket_state_updated_by_admin'

const PART = [
  ...(['id', 'body', 'attachments', 'created_at', 'redacted', 'metadata', 'author_type'] as const),
  ...(['author_id', 'author_name', 'conversation_id', 'part_type', 'ticket_state'] as const),
  'previous_ticket_state',
] as const

const partsOf = (tx: Tx, workspaceId: string, conversationIds: number[]) =>
  tx
    .selectFrom('conversation_parts')
    .select(PART)
    .select(part => part.ref('attachments').$castTo<Attachment[]>().as('attachments'))
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', sql<number>`any(${conversationIds}::bigint[])`)

const readable = (tx: Tx, workspaceId: string, conversationIds: number[]) =>
  partsOf(tx, workspaceId, conversationIds).where('part_type', 'in', READABLE).where(HAS_CONTENT)

const HAS_CONTENT = sql<boolean>`(coalesce(body, '') <> '' or attachments <> '[]' or metadata ? 'quick_reply_options'
  or redacted)`

export type ReadablePart = Awaited<ReturnType<typeof selectReadable>>[number]

/** All that can be read in a conversation after its first message, and each state a ticket came into, oldest first. */
export const selectReadable = (tx: Tx, workspaceId: string, conversationId: number) =>
  partsOf(tx, workspaceId, [conversationId])
    .where(({ and, eb, or, ref }) =>
      or([
        and([eb('part_type', 'in', READABLE), HAS_CONTENT]),
        and([eb('part_type', '=', MOVED), eb('ticket_state', '<>', ref('previous_ticket_state'))]),
      ]),
    )
    .orderBy('id')
    .limit(MOST_READABLE)
    .execute()

const MOST_READABLE = 2000

/** The last thing to read in each of some conversations that have any beside their first message. */
export const selectLastReadable = (tx: Tx, workspaceId: string, conversationIds: number[]) =>
  readable(tx, workspaceId, conversationIds)
    .distinctOn('conversation_id')
    .orderBy('conversation_id')
    .orderBy('id', 'desc')
    .execute()

/** The messages that some conversations began with. */
export const selectSources = (tx: Tx, workspaceId: string, conversationIds: number[]) =>
  tx
    .selectFrom('conversations')
    .select(['id as conversation_id', 'source_body as body', 'created_at', 'source_redacted as redacted'])
    .select(row => row.ref('source_attachments').$castTo<Attachment[]>().as('attachments'))
    .select(['source_author_type as author_type', 'source_author_id as author_id'])
    .select('source_author_name as author_name')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${conversationIds}::bigint[])`)
    .execute()

/** What customers are told of each state, by its category. */
export async function selectStateLabels(tx: Tx, workspaceId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('ticket_states')
    .select(['category', 'external_label'])
    .where('workspace_id', '=', workspaceId)
    .where('archived', '=', false)
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map(row => [row.category, row.external_label]))
}

/** How teammates look, by id. */
export const selectFaces = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('admins')
    .select(['id', 'avatar_url'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

/** In how many conversations somebody has written to a contact what they have not seen. */
export async function countUnread(tx: Tx, workspaceId: string, contactId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('conversation_contacts as mine')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('mine.workspace_id', '=', workspaceId)
    .where('mine.contact_id', '=', contactId)
    .where(row => {
      const inPart = row.exists(
        row
          .selectFrom('conversation_parts as part')
          .select(sql`1`.as('one'))
          .where('part.workspace_id', '=', workspaceId)
          .whereRef('part.conversation_id', '=', 'mine.conversation_id')
          .whereRef('part.id', '>', 'mine.read_part_id')
          .where('part.part_type', 'in', READABLE)
          .where('part.author_type', 'in', ['admin', 'bot', 'team'])
          .where(sql<boolean>`(coalesce(part.body, '') <> '' or part.attachments <> '[]')`),
      )
      // What it began with, where the team wrote first and nothing was answered.
      const inSource = row.exists(
        row
          .selectFrom('conversations as begun')
          .select(sql`1`.as('one'))
          .where('begun.workspace_id', '=', workspaceId)
          .whereRef('begun.id', '=', 'mine.conversation_id')
          .where('begun.last_contact_reply_at', 'is', null)
          .where('begun.source_redacted', '=', false),
      )
      return row.or([inPart, row.and([row('mine.read_part_id', '<', 0), inSource])])
    })
    .executeTakeFirstOrThrow()
  return count
}

/** Says that a contact has seen everything up to a part; false where they had before. */
export async function markRead(
  tx: Tx,
  actor: Actor,
  of: { conversationId: number; contactId: string; partId: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('conversation_contacts')
    .set({ read_part_id: of.partId, read_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('conversation_id', '=', of.conversationId)
    .where('contact_id', '=', of.contactId)
    .where('read_part_id', '<', of.partId)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function rateRow(
  tx: Tx,
  actor: Actor,
  of: {
    conversationId: number
    contactId: string
    rating: number
    remark: string | null
  },
): Promise<void> {
  await tx
    .updateTable('conversations')
    .set(row => ({
      ...{ rating: of.rating, rating_remark: of.remark, rating_contact_id: of.contactId },
      rating_admin_id: row.fn.coalesce('last_closed_by_id', 'admin_assignee_id'),
      rating_requested_at: row.fn.coalesce('rating_requested_at', 'last_close_at'),
      rating_replied_at: row.fn.coalesce('rating_replied_at', sql<number>`${actor.now}`),
      ...{ rating_updated_at: actor.now, updated_at: actor.now },
    }))
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', of.conversationId)
    .execute()
}
