import { sql } from 'kysely'
import { attribute, ofConversation } from './about-conversations.ts'
import type { Asked, Dataset, Scope } from './dataset.ts'
import { pageOf } from './page.sql.ts'
import { column, teammateName } from './values.sql.ts'

const sentAt = sql<number>`coalesce(conversations.rating_requested_at, conversations.rating_replied_at)`

export const ratingDataset: Dataset = {
  id: 'conversation_rating_sent',
  name: 'CSAT',
  description: 'Requests to rate a conversation, and what was answered.',
  timeAttribute: 'conversation_rating_sent_at',
  attributes: [
    attribute('timestamp', 'conversation_rating_sent_at', 'Rating requested at', () => sentAt),
    attribute(
      'timestamp',
      'conversation_rating_replied_at',
      'Rating given at',
      column('conversations.rating_replied_at'),
    ),
    attribute('conversation-rating-sent', 'conversation_rating', 'Rating', column('conversations.rating')),
    attribute(
      'conversation-rating-sent',
      'conversation_rating_remark',
      'Remark',
      column('conversations.rating_remark'),
    ),
    attribute(
      'conversation-rating-sent',
      'rated_teammate_id',
      'Teammate rated',
      teammateName('conversations.rating_admin_id'),
    ),
    ...ofConversation,
  ],
  sources: [
    (scope, asked) => pageOf(rated(scope, asked), ['conversations.created_at', 'conversations.id'], asked),
  ],
}

const rated = ({ tx, workspaceId }: Scope, { range }: Asked) =>
  tx
    .selectFrom('conversations')
    .where('conversations.workspace_id', '=', workspaceId)
    .where('conversations.created_at', '<=', range.to)
    .where(sentAt, '>=', range.from)
    .where(sentAt, '<=', range.to)
