import { expressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '../../db/schema.d.ts'

/** What statements over conversations and over tickets select along with each, which is a row of `conversations` to both. */

/** Who takes part, in the order in which they came. */
export const contactsBeside = (workspaceId: string) =>
  jsonArrayFrom(
    beside()
      .selectFrom('conversation_contacts')
      .innerJoin('contacts', join =>
        join
          .onRef('contacts.workspace_id', '=', 'conversation_contacts.workspace_id')
          .onRef('contacts.id', '=', 'conversation_contacts.contact_id'),
      )
      .select(['contacts.id', 'contacts.external_id'])
      .where('conversation_contacts.workspace_id', '=', workspaceId)
      .whereRef('conversation_contacts.conversation_id', '=', 'conversations.id')
      .orderBy('conversation_contacts.created_at')
      .orderBy('contacts.id'),
  )

/** What is linked from either side, and one more than is shown, where there are more. */
export const linksBeside = (workspaceId: string) =>
  jsonArrayFrom(
    beside()
      .selectFrom(linked =>
        linked
          .selectFrom('conversation_links')
          .select('conversation_links.linked_id as id')
          .where('conversation_links.workspace_id', '=', workspaceId)
          .whereRef('conversation_links.conversation_id', '=', 'conversations.id')
          .union(
            linked
              .selectFrom('conversation_links')
              .select('conversation_links.conversation_id as id')
              .where('conversation_links.workspace_id', '=', workspaceId)
              .whereRef('conversation_links.linked_id', '=', 'conversations.id'),
          )
          .as('linked'),
      )
      .leftJoin('tickets as other', join =>
        join.on('other.workspace_id', '=', workspaceId).onRef('other.id', '=', 'linked.id'),
      )
      .select(['linked.id', 'other.category'])
      .orderBy('linked.id')
      .limit(MOST_LINKS + 1),
  )

/** The most linked objects that are shown. */
export const MOST_LINKS = 1000

const beside = () => expressionBuilder<DB, 'conversations'>()
