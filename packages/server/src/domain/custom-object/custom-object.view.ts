import { fieldsOf } from '@guichet/contract/fields.ts'
import type { CustomObjectInstance } from '@guichet/contract/models/custom-object-instance.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { InstanceRow } from './custom-object.sql.ts'

export type InstanceView = Static<typeof CustomObjectInstance>

export const viewInstance = (identifier: string, row: InstanceRow): InstanceView => ({
  id: String(row.id),
  type: identifier,
  custom_attributes: fieldsOf(row.custom_attributes),
  external_id: row.external_id,
  external_created_at: row.external_created_at,
  external_updated_at: row.external_updated_at,
  created_at: row.created_at,
  updated_at: row.updated_at,
})
