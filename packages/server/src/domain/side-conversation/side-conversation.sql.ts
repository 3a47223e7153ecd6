import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import type { Attachment } from '../conversation/index.ts'
import type { NumberedPage } from '../paging.ts'

export interface Participant {
  /** Lower case. */
  email: string
  name: string | null
  admin_id: number | null
  /** Why they cannot be reached for good. */
  fault: string | null
}

/** In whose name something is written, as far as it needs one. */
export type Writer = Pick<Actor, 'now'> & { workspace: { id: string } }

/** A new side conversation, not yet with anybody or any words; returns its id. */
export async function insertSideConversation(
  tx: Tx,
  actor: Actor,
  { conversationId, subject }: { conversationId: number; subject: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('side_conversations')
    .values({
      ...{ workspace_id: actor.workspace.id, conversation_id: conversationId, subject },
      ...{ created_at: actor.now, updated_at: actor.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function insertParticipants(
  tx: Tx,
  workspaceId: string,
  id: number,
  participants: Omit<Participant, 'fault'>[],
): Promise<void> {
  if (participants.length === 0) return
  await tx
    .insertInto('side_conversation_participants')
    .values(participants.map(each => ({ workspace_id: workspaceId, side_conversation_id: id, ...each })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Keeps why mails do not reach some who take part, or that they do. */
export async function updateFault(
  tx: Tx,
  workspaceId: string,
  { id, emails, fault }: { id: number; emails: string[]; fault: string | null },
): Promise<void> {
  await tx
    .updateTable('side_conversation_participants')
    .set({ fault })
    .where('workspace_id', '=', workspaceId)
    .where('side_conversation_id', '=', id)
    .where('email', '=', sql<string>`any(${emails}::text[])`)
    .where('fault', 'is distinct from', fault)
    .execute()
}

export interface NewSidePart {
  body: string
  attachments?: Attachment[]
  /** A teammate, somebody outside, or the Operator. */
  author: { type: 'admin' | 'user' | 'bot'; id: number | null; name: string | null; email: string | null }
}

/** Adds what somebody wrote. Returns its id. */
export async function insertSidePart(
  tx: Tx,
  by: Writer,
  id: number,
  { body, author, attachments = [] }: NewSidePart,
): Promise<number> {
  const part = await tx
    .insertInto('side_conversation_parts')
    .values({
      ...{ workspace_id: by.workspace.id, side_conversation_id: id, body, created_at: by.now },
      ...{ author_type: author.type, author_id: author.id === null ? null : String(author.id) },
      ...{ author_name: author.name, author_email: author.email, attachments: json(attachments) },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('side_conversations')
    .set({ updated_at: by.now })
    .where('workspace_id', '=', by.workspace.id)
    .where('id', '=', id)
    .execute()
  return part.id
}

const COLUMNS = ['id', 'conversation_id', 'subject', 'created_at', 'updated_at'] as const

export const selectSideConversation = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('side_conversations')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The brand of the conversation that something is aside of, and those it is kept from. */
export const selectBeside = (tx: Tx, workspaceId: string, conversationId: number) =>
  tx
    .selectFrom('conversations')
    .select('brand_id')
    .select(conversation =>
      conversation
        .selectFrom('conversation_contacts')
        .innerJoin('contacts', join =>
          join
            .onRef('contacts.workspace_id', '=', 'conversation_contacts.workspace_id')
            .onRef('contacts.id', '=', 'conversation_contacts.contact_id'),
        )
        .select(sql<string[]>`coalesce(json_agg(contacts.email), '[]')`.as('emails'))
        .where('conversation_contacts.workspace_id', '=', workspaceId)
        .whereRef('conversation_contacts.conversation_id', '=', 'conversations.id')
        .as('emails'),
    )
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', conversationId)
    .executeTakeFirst()

/** The teammates of some addresses. */
export const selectTeammates = (tx: Tx, workspaceId: string, emails: string[]) =>
  tx
    .selectFrom('admins')
    .select(['id', 'name', 'email'])
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'admin')
    .where(sql`lower(email)`, '=', sql<string>`any(${emails}::text[])`)
    .execute()

export type SideConversationRow = NonNullable<Awaited<ReturnType<typeof selectSideConversation>>>

/** One stretch of those of a conversation, the newest first, and how many there are. */
export async function selectOfConversation(
  tx: Tx,
  workspaceId: string,
  { conversationId, page }: { conversationId: number; page: NumberedPage },
): Promise<{ rows: SideConversationRow[]; total: number }> {
  const all = tx
    .selectFrom('side_conversations')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
  const [rows, { total }] = await Promise.all([
    all.select(COLUMNS).orderBy('id', 'desc').limit(page.perPage).offset(page.offset).execute(),
    all.select(row => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { rows, total: Number(total) }
}

/** All parts of some, the oldest first. */
export const selectSideParts = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('side_conversation_parts')
    .select(['side_conversation_id', 'id', 'body', 'created_at'])
    .select(['author_type', 'author_id', 'author_name', 'author_email'])
    .select(row => row.ref('attachments').$castTo<Attachment[]>().as('attachments'))
    .where('workspace_id', '=', workspaceId)
    .where('side_conversation_id', 'in', ids)
    .orderBy('id')
    .execute()

export type SidePartRow = Awaited<ReturnType<typeof selectSideParts>>[number]

export const selectParticipants = (tx: Tx, workspaceId: string, id: number): Promise<Participant[]> =>
  tx
    .selectFrom('side_conversation_participants')
    .select(['email', 'name', 'admin_id', 'fault'])
    .where('workspace_id', '=', workspaceId)
    .where('side_conversation_id', '=', id)
    .orderBy('email')
    .execute()
