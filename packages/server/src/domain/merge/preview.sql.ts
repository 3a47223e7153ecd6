import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

export type Person = Awaited<ReturnType<typeof selectPeople>>[number]

/** Contacts as a merge sees them, each with the names of its companies. */
export const selectPeople = (tx: Tx, workspaceId: string, ids: string[]) =>
  tx
    .selectFrom('contacts')
    .selectAll('contacts')
    .select(
      sql<string[]>`array(${tx
        .selectFrom('contact_companies')
        .innerJoin('companies', join =>
          join
            .onRef('companies.workspace_id', '=', 'contact_companies.workspace_id')
            .onRef('companies.id', '=', 'contact_companies.company_id'),
        )
        .select(sql`coalesce(companies.name, companies.company_id)`.as('name'))
        .where('contact_companies.workspace_id', '=', workspaceId)
        .where('contact_companies.contact_id', '=', sql.ref<string>('contacts.id'))
        .orderBy('contact_companies.created_at')})`.as('companies'),
    )
    .where('contacts.workspace_id', '=', workspaceId)
    .where('contacts.id', '=', sql<string>`any(${ids}::text[])`)
    .where('contacts.merged_into', 'is', null)
    .execute()

interface Ids {
  from: string
  into: string
}

/** How much of each kind hangs on both. */
export async function selectCounts(tx: Tx, workspaceId: string, ids: Ids) {
  const [conversations, notes, tags] = await Promise.all([
    countConversations(tx, workspaceId, ids),
    countNotes(tx, workspaceId, ids),
    countTags(tx, workspaceId, ids),
  ])
  return {
    conversations: bySide(
      ids,
      conversations.filter(row => !row.is_ticket),
    ),
    tickets: bySide(
      ids,
      conversations.filter(row => row.is_ticket),
    ),
    tags: bySide(ids, tags),
    notes: bySide(ids, notes),
  }
}

const bySide = ({ from, into }: Ids, rows: { id: string | null; n: number }[]) => ({
  from: rows.find(({ id }) => id === from)?.n ?? 0,
  into: rows.find(({ id }) => id === into)?.n ?? 0,
})

const n = sql<number>`count(*)`.as('n')

const countConversations = (tx: Tx, workspaceId: string, { from, into }: Ids) =>
  tx
    .selectFrom('conversation_contacts')
    .innerJoin('conversations', join =>
      join
        .onRef('conversations.workspace_id', '=', 'conversation_contacts.workspace_id')
        .onRef('conversations.id', '=', 'conversation_contacts.conversation_id'),
    )
    .select(['conversation_contacts.contact_id as id', 'conversations.is_ticket', n])
    .where('conversation_contacts.workspace_id', '=', workspaceId)
    .where('conversation_contacts.contact_id', 'in', [from, into])
    .groupBy(['conversation_contacts.contact_id', 'conversations.is_ticket'])
    .execute()

const countNotes = (tx: Tx, workspaceId: string, { from, into }: Ids) =>
  tx
    .selectFrom('notes')
    .select(['contact_id as id', n])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', 'in', [from, into])
    .groupBy('contact_id')
    .execute()

const countTags = (tx: Tx, workspaceId: string, { from, into }: Ids) =>
  tx
    .selectFrom('taggings')
    .select(['object_id as id', n])
    .where('workspace_id', '=', workspaceId)
    .where('object_type', '=', 'contact')
    .where('object_id', 'in', [from, into])
    .groupBy('object_id')
    .execute()
