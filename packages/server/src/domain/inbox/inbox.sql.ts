import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { DB } from '../../db/schema.d.ts'
import { listedConversations } from '../conversation/index.ts'

/** How pressing a conversation is, as a number that grows. */
export const PRIORITY_RANK = sql<number>`array_position(
  array['none', 'low', 'medium', 'high', 'urgent'], conversations.priority)`

/** No list has room for more. */
const PREVIEW_LETTERS = 200

/** What a list can show of the last thing that was said in each of some conversations. */
export const selectLastWords = (tx: Tx, workspaceId: string, conversationIds: number[]) =>
  tx
    .selectFrom('conversation_parts')
    .distinctOn('conversation_id')
    .select(['conversation_id', 'part_type', 'author_type', 'author_name', 'created_at', 'redacted'])
    .select(sql<string>`left(text, ${PREVIEW_LETTERS})`.as('words'))
    .select(sql<boolean>`jsonb_array_length(attachments) > 0`.as('has_attachments'))
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', 'in', conversationIds)
    .where(sql<boolean>`(text <> '' or jsonb_array_length(attachments) > 0)`)
    .orderBy('conversation_id')
    .orderBy('id', 'desc')
    .execute()

/** The first of the people in each of some conversations. */
export const selectPeople = (tx: Tx, workspaceId: string, conversationIds: number[]) =>
  tx
    .selectFrom('conversation_contacts')
    .innerJoin('contacts', join =>
      join
        .onRef('contacts.workspace_id', '=', 'conversation_contacts.workspace_id')
        .onRef('contacts.id', '=', 'conversation_contacts.contact_id'),
    )
    .distinctOn('conversation_contacts.conversation_id')
    .select(['conversation_contacts.conversation_id', 'contacts.id', 'contacts.name', 'contacts.email'])
    .select(['contacts.avatar', 'contacts.location_city', 'contacts.location_country'])
    .where('conversation_contacts.workspace_id', '=', workspaceId)
    .where('conversation_contacts.conversation_id', 'in', conversationIds)
    .orderBy('conversation_contacts.conversation_id')
    .orderBy('conversation_contacts.created_at')
    .execute()

export const IS_OPEN = sql<boolean>`conversations.state = 'open'`

/** How many open conversations each teammate and team has, of those that lists give. */
export const selectOpenCounts = (tx: Tx, workspaceId: string) =>
  listedConversations(tx, workspaceId, IS_OPEN)
    .select(['admin_assignee_id', 'team_assignee_id'])
    .select(sql<number>`count(*)::int`.as('count'))
    .groupBy(['admin_assignee_id', 'team_assignee_id'])
    .execute()

/** The tags that most open conversations have. */
export const selectOpenTags = (tx: Tx, workspaceId: string, most: number) =>
  listedConversations(tx, workspaceId, IS_OPEN)
    .innerJoin('taggings', join =>
      join
        .onRef('taggings.workspace_id', '=', 'conversations.workspace_id')
        .on('taggings.object_type', '=', 'conversation')
        .on('conversations.id', '=', sql<number>`taggings.object_id::bigint`),
    )
    .innerJoin('tags', join =>
      join.onRef('tags.workspace_id', '=', 'taggings.workspace_id').onRef('tags.id', '=', 'taggings.tag_id'),
    )
    .select(['tags.id', 'tags.name'])
    .select(sql<number>`count(*)::int`.as('count'))
    .groupBy(['tags.id', 'tags.name'])
    .orderBy('count', 'desc')
    .orderBy('tags.name')
    .limit(most)
    .execute()

/** How many open conversations meet each of some conditions, in their order; each is looked at once. */
export async function countMeeting(
  open: SelectQueryBuilder<DB, 'conversations', object>,
  conditions: Expression<SqlBool>[],
): Promise<number[]> {
  if (conditions.length === 0) return []
  const { counts } = await open
    .select(
      sql<number[]>`json_build_array(${sql.join(
        conditions.map(condition => sql`count(*) filter (where ${condition})`),
      )})`.as('counts'),
    )
    .executeTakeFirstOrThrow()
  return counts
}
