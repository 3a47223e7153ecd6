import type { SearchValue } from '@guichet/contract/search.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { AttributeType, Searchable, SearchField, SortColumn } from '../../db/search/fields.ts'
import type { Actor } from '../actor.ts'
import { searchableAttributes } from '../data-attribute/index.ts'
import {
  hasNone,
  hasPriority,
  type Members,
  taggedWithAny,
  withAnyContact,
  withAnyTeammate,
} from './conversation.search.sql.ts'

/** What can be searched in conversations; custom attributes are those the workspace has defined. */
export function conversationSearchable(tx: Tx, actor: Actor): Searchable {
  const attribute = searchableAttributes(tx, actor, {
    ...{ model: 'conversation', column: 'conversations.custom_attributes' },
  })
  return {
    field: name => attribute(name) ?? FIELDS.get(name),
    sort: name => SORTS.get(name),
  }
}

const SORTS = new Map<string, SortColumn>(
  ['id', 'created_at', 'updated_at'].map(name => [
    name,
    { column: `conversations.${name}`, columnType: 'bigint' },
  ]),
)

type Kind = 'text' | 'exact' | 'number' | 'boolean' | 'date'

/** Fields of one kind, each by its name and, where that differs, its column. */
const all = (kind: Kind, ...names: (string | [name: string, column: string])[]): [string, SearchField][] =>
  names.map(each => {
    const [name, column] = typeof each === 'string' ? [each, each] : each
    return [name, { kind, column: `conversations.${column}` }]
  })

const statistic = (name: string): [string, string] => [`statistics.${name}`, name]

const MEMBER = ['=', '!=', 'IN', 'NIN'] as const

/** A set kept in another table. */
const members = (holds: (workspaceId: string, ids: string[]) => Members, table: string): SearchField => ({
  kind: 'member',
  operators: MEMBER,
  holds: ({ actor }, values) => holds(actor.workspace.id, values.map(String)),
  isEmpty: ({ actor }) => hasNone(actor.workspace.id, table),
})

const numbers = (ids: string[]): number[] => ids.flatMap(id => numericId(id) ?? [])

/** The two priorities of versions before 2.16, beside the five there are. */
const PRIORITIES = new Map<SearchValue, string[]>([
  ['priority', ['high', 'urgent']],
  ['not_priority', ['none', 'low', 'medium']],
])

const FIELDS = new Map<string, SearchField>([
  ...all('number', 'id', ['source.id', 'source_id'], statistic('last_closed_by_id')),
  ...all('date', 'created_at', 'updated_at', 'waiting_since', 'snoozed_until'),
  ...all('exact', 'state', 'channel_initiated', ['source.type', 'source_type']),
  ...all('exact', ['source.delivered_as', 'source_delivered_as'], ['source.author.id', 'source_author_id']),
  ...all('exact', ['source.author.type', 'source_author_type']),
  ...all('text', ['source.subject', 'source_subject'], ['source.url', 'source_url']),
  ...all(
    'text',
    ['source.author.name', 'source_author_name'],
    ['source.author.email', 'source_author_email'],
  ),
  ...all('boolean', 'open', 'read', 'ai_agent_participated'),
  [
    'source.body',
    { kind: 'words', column: 'conversations.source_text', tokens: 'conversations.source_tokens' },
  ],
  ['admin_assignee_id', { kind: 'number', column: 'conversations.admin_assignee_id', zeroIsNull: true }],
  ['team_assignee_id', { kind: 'number', column: 'conversations.team_assignee_id', zeroIsNull: true }],
  ['contact_ids', members(withAnyContact, 'conversation_contacts')],
  [
    'teammate_ids',
    members((workspaceId, ids) => withAnyTeammate(workspaceId, numbers(ids)), 'conversation_teammates'),
  ],
  ['tag_ids', members((workspaceId, ids) => taggedWithAny(workspaceId, numbers(ids)), 'taggings')],
  [
    'priority',
    {
      kind: 'member',
      operators: MEMBER,
      holds: (_, values) => hasPriority(values.flatMap(value => PRIORITIES.get(value) ?? [String(value)])),
      isEmpty: () => hasPriority(['none']),
    },
  ],
  ...all(
    'number',
    ...['time_to_assignment', 'time_to_admin_reply', 'time_to_first_close', 'time_to_last_close'].map(
      statistic,
    ),
    ...['median_time_to_reply', 'count_reopens', 'count_assignments', 'count_conversation_parts'].map(
      statistic,
    ),
  ),
  ...all(
    'date',
    ...['first_contact_reply_at', 'first_assignment_at', 'first_admin_reply_at', 'first_close_at'].map(
      statistic,
    ),
    ...['last_assignment_at', 'last_assignment_admin_reply_at', 'last_contact_reply_at'].map(statistic),
    ...['last_admin_reply_at', 'last_close_at'].map(statistic),
  ),
  ...all('date', ['conversation_rating.requested_at', 'rating_requested_at']),
  ...all('date', ['conversation_rating.replied_at', 'rating_replied_at']),
  ...all(
    'number',
    ['conversation_rating.score', 'rating'],
    ['conversation_rating.admin_id', 'rating_admin_id'],
  ),
  // The published table spells it so.
  ...all('number', ['conversation_rating.admin_d', 'rating_admin_id']),
  ...all('text', ['conversation_rating.remark', 'rating_remark']),
  ...all('exact', ['conversation_rating.contact_id', 'rating_contact_id']),
  ...aiAgentFields(),
])

/** The names of all fields but those the workspace defines itself. */
export const CONVERSATION_FIELDS: readonly string[] = [...FIELDS.keys()]

function aiAgentFields(): [string, SearchField][] {
  const texts = ['resolution_state', 'last_answer_type', 'rating_remark', 'source_type', 'source_title']
  const field = (key: string, type: AttributeType): [string, SearchField] => [
    `ai_agent.${key}`,
    { kind: 'attribute', column: 'conversations.ai_agent', key, type },
  ]
  return [...texts.map(key => field(key, 'string')), field('rating', 'integer')]
}
