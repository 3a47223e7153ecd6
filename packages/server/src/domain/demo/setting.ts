import type { CreateConversationAttributeRequest } from '@guichet/contract/operations/conversation-attributes.ts'
import type { CreateDataAttributeRequest } from '@guichet/contract/operations/data-attributes.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { SegmentKind } from '../segment/index.ts'

type DataAttribute = Static<typeof CreateDataAttributeRequest>
type ConversationAttribute = Static<typeof CreateConversationAttributeRequest>

const options = (...values: string[]) => values.map(value => ({ value }))

export const dataAttributes: DataAttribute[] = [
  {
    ...{ model: 'contact', name: 'garden', data_type: 'options' },
    ...{ options: options('Balcony', 'Courtyard', 'Rooftop'), description: 'Where they grow things' },
  },
  { model: 'contact', name: 'kits_bought', data_type: 'integer', description: 'Kits bought so far' },
  { model: 'contact', name: 'favourite_crop', data_type: 'string', messenger_writable: true },
  { model: 'contact', name: 'vip', data_type: 'boolean', description: 'Answered first' },
  { model: 'company', name: 'sites', data_type: 'string', description: 'Gardens we look after' },
  { model: 'company', name: 'contract_until', data_type: 'string', description: 'Last day of the contract' },
]

export const conversationAttributes: ConversationAttribute[] = [
  {
    ...{ name: 'Topic', data_type: 'list', description: 'What it is about' },
    options: [{ label: 'Delivery' }, { label: 'Growing' }, { label: 'Billing' }, { label: 'Idea' }],
  },
  { name: 'Order number', data_type: 'string', description: 'As printed on the parcel' },
]

export const tags = ['Regular', 'VIP', 'B2B', 'Delivery', 'Growing advice', 'Refund', 'Idea']

const field = (name: string, operator: string, value: unknown) => ({ field: name, operator, value })

export const segments: { name: string; kind: SegmentKind; rules: unknown }[] = [
  { name: 'Active', kind: 'contact', rules: field('last_seen_at', '>', { days_ago: 30 }) },
  { name: 'New', kind: 'user', rules: field('created_at', '>', { days_ago: 14 }) },
  { name: 'Slipping away', kind: 'user', rules: field('last_seen_at', '<', { days_ago: 14 }) },
  { name: 'Rooftops', kind: 'user', rules: field('custom_attributes.garden', '=', 'Rooftop') },
  { name: 'Large accounts', kind: 'company', rules: field('monthly_spend', '>', 300) },
]

export const awayReasons: [emoji: string, label: string][] = [
  ['🥗', 'At lunch'],
  ['🗓️', 'In a meeting'],
  ['🪴', 'In the greenhouse'],
  ['🌴', 'On holiday'],
  ['🌙', 'Done for the day'],
]

export const subscriptionTypes = [
  {
    consent: 'opt_out',
    name: 'Announcements',
    description: 'New kits and opening hours',
    french: ['Nouveautés', 'Nouveaux kits et horaires'],
  },
  {
    consent: 'opt_in',
    name: 'Growing tips',
    description: 'What to sow this month',
    french: ['Conseils de culture', 'Que semer ce mois-ci'],
  },
] as const
