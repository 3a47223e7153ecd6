import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Searchable, SearchField, SortColumn } from '../../db/search/fields.ts'
import type { Actor } from '../actor.ts'
import { conversationSearchable } from '../conversation/index.ts'
import { mentionsAnyOf, mentionsNobody } from '../mention/index.ts'
import { PRIORITY_RANK } from './inbox.sql.ts'

/** What the inbox can be searched and sorted by, beyond what the public API knows of conversations. */
export function inboxSearchable(tx: Tx, actor: Actor): Searchable {
  const conversations = conversationSearchable(tx, actor)
  return {
    field: name => (name === 'mentioned_admin_ids' ? MENTIONED : conversations.field(name)),
    sort: name => SORTS.get(name) ?? conversations.sort(name),
  }
}

const MENTIONED: SearchField = {
  kind: 'member',
  operators: ['=', '!=', 'IN', 'NIN'],
  holds: ({ actor }, values) =>
    mentionsAnyOf(
      actor.workspace.id,
      values.flatMap(value => numericId(String(value)) ?? []),
    ),
  isEmpty: ({ actor }) => mentionsNobody(actor.workspace.id),
}

/** Whoever does not wait comes after everybody who does. */
const SORTS = new Map<string, SortColumn>([
  [
    'waiting_since',
    { column: 'conversations.waiting_since', columnType: 'bigint', nullAs: Number.MAX_SAFE_INTEGER },
  ],
  ['priority', { column: 'conversations.priority', columnType: 'bigint', place: PRIORITY_RANK }],
])
