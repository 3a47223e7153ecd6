import type { DataAttribute } from '@guichet/contract/models/data-attribute.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { AttributeModel } from './custom-attributes.ts'
import type { AttributeRow } from './data-attribute.sql.ts'
import type { StandardAttribute } from './standard-attributes.ts'

export type DataAttributeView = Static<typeof DataAttribute>

export const viewStandard = (model: AttributeModel, row: StandardAttribute): DataAttributeView => ({
  type: 'data_attribute',
  name: row.full_name.slice(row.full_name.lastIndexOf('.') + 1),
  full_name: row.full_name,
  label: row.label,
  description: row.description,
  data_type: row.data_type,
  api_writable: row.api_writable,
  ui_writable: false,
  messenger_writable: true,
  custom: false,
  archived: false,
  model,
})

export const viewCustom = (row: AttributeRow): DataAttributeView => ({
  id: row.id,
  type: 'data_attribute',
  name: row.name,
  full_name: `custom_attributes.${row.name}`,
  label: row.label ?? row.name,
  ...(row.description && { description: row.description }),
  data_type: SHOWN.get(row.data_type) ?? 'string',
  ...(LISTS.has(row.data_type) && { options: liveValues(row.options) }),
  api_writable: row.api_writable,
  ui_writable: row.ui_writable,
  messenger_writable: row.messenger_writable,
  custom: true,
  archived: row.archived,
  ...(row.admin_id !== null && { admin_id: String(row.admin_id) }),
  created_at: row.created_at,
  updated_at: row.updated_at,
  model: row.model,
})

/** Types as they are told; a list is a string with options. */
const SHOWN = new Map<string, DataAttributeView['data_type']>([
  ['integer', 'integer'],
  ['float', 'float'],
  ['decimal', 'float'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['datetime', 'datetime'],
])

const LISTS = new Set(['options', 'list'])

const liveValues = (options: unknown): string[] =>
  Array.isArray(options) ? options.flatMap((option: unknown) => (isLive(option) ? [option.value] : [])) : []

const isLive = (option: unknown): option is { value: string } =>
  typeof option === 'object' &&
  option !== null &&
  'value' in option &&
  typeof option.value === 'string' &&
  !('archived' in option && option.archived === true)
