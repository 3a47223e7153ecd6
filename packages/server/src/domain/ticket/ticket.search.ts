import type { Tx } from '../../db/database.ts'
import { byNumericId, numericId } from '../../db/ids.ts'
import type { AttributeType, Searchable, SearchField, SortColumn } from '../../db/search/fields.ts'
import type { Actor } from '../actor.ts'
import type { InputOptions, TicketCategory, TicketStateCategory } from '../ticket-type/index.ts'
import {
  inCategory,
  inStateCategory,
  never,
  selectAttribute,
  withAnyContact,
  withAnyTeammate,
  withNone,
  withOption,
  withoutValue,
} from './ticket.search.sql.ts'

/** What can be searched in tickets; attributes by their id, as `ticket_attribute.12`. */
export function ticketSearchable(tx: Tx, actor: Actor): Searchable {
  return {
    field: name => (name.startsWith(ATTRIBUTE) ? attribute(tx, actor, name) : FIELDS.get(name)),
    sort: name => SORTS.get(name),
  }
}

const ATTRIBUTE = 'ticket_attribute.'

async function attribute(tx: Tx, actor: Actor, name: string): Promise<SearchField | undefined> {
  const found = await byNumericId(name.slice(ATTRIBUTE.length), key =>
    selectAttribute(tx, actor.workspace.id, key),
  )
  if (found?.data_type === 'list') return option(found)
  const type = found && TYPES.get(found.data_type)
  return type && { kind: 'attribute', column: 'tickets.attributes', key: String(found.id), type }
}

const TYPES = new Map<string, AttributeType>([
  ['string', 'string'],
  ['integer', 'integer'],
  ['decimal', 'float'],
  ['boolean', 'boolean'],
  ['datetime', 'date'],
])

const MEMBER = ['=', '!=', 'IN', 'NIN'] as const

/** An option of a list is found by its id or by its label. */
function option({ id, input_options }: { id: number; input_options: InputOptions | null }): SearchField {
  const options = input_options?.list_options ?? []
  return {
    kind: 'member',
    operators: MEMBER,
    holds: (_, values) => {
      const wanted = new Set(values.map(String))
      return withOption(
        id,
        options.filter(each => wanted.has(each.id) || wanted.has(each.label)).map(each => each.id),
      )
    },
    isEmpty: () => withoutValue(id),
  }
}

const SORTS = new Map<string, SortColumn>(
  ['id', 'created_at', 'updated_at'].map(name => [
    name,
    { column: `conversations.${name}`, columnType: 'bigint' },
  ]),
)

/** Searches name the categories of tickets by other words. */
const CATEGORIES = new Map<string, TicketCategory>([
  ['request', 'Customer'],
  ['task', 'Back-office'],
  ['tracker', 'Tracker'],
])

const STATES = new Map<string, TicketStateCategory>(
  (['submitted', 'in_progress', 'waiting_on_customer', 'resolved'] as const).map(state => [state, state]),
)

const numbers = (values: unknown[]): number[] => values.flatMap(value => numericId(String(value)) ?? [])

const date = (name: string): [string, SearchField] => [
  name,
  { kind: 'date', column: `conversations.${name}` },
]

const FIELDS = new Map<string, SearchField>([
  ['id', { kind: 'number', column: 'tickets.id' }],
  date('created_at'),
  date('updated_at'),
  date('snoozed_until'),
  ['title', { kind: 'text', column: 'tickets.title' }],
  ['description', { kind: 'text', column: 'tickets.description' }],
  ['ticket_type_id', { kind: 'number', column: 'tickets.ticket_type_id' }],
  ['admin_assignee_id', { kind: 'number', column: 'conversations.admin_assignee_id', zeroIsNull: true }],
  ['team_assignee_id', { kind: 'number', column: 'conversations.team_assignee_id', zeroIsNull: true }],
  ['open', { kind: 'boolean', column: 'conversations.open' }],
  [
    'category',
    {
      kind: 'member',
      operators: MEMBER,
      holds: (_, values) => inCategory(values.flatMap(value => CATEGORIES.get(String(value)) ?? [])),
      isEmpty: never,
    },
  ],
  [
    'state',
    {
      kind: 'member',
      operators: MEMBER,
      holds: (_, values) => inStateCategory(values.flatMap(value => STATES.get(String(value)) ?? [])),
      isEmpty: never,
    },
  ],
  [
    'contact_ids',
    {
      kind: 'member',
      operators: MEMBER,
      holds: ({ actor }, values) => withAnyContact(actor.workspace.id, values.map(String)),
      isEmpty: ({ actor }) => withNone(actor.workspace.id, 'conversation_contacts'),
    },
  ],
  [
    'teammate_ids',
    {
      kind: 'member',
      operators: MEMBER,
      holds: ({ actor }, values) => withAnyTeammate(actor.workspace.id, numbers(values)),
      isEmpty: ({ actor }) => withNone(actor.workspace.id, 'conversation_teammates'),
    },
  ],
])

/** The names of all fields but those the workspace defines itself. */
export const TICKET_FIELDS: readonly string[] = [...FIELDS.keys()]
