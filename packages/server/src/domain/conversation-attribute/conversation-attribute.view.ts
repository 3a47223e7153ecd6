import type { ConversationAttribute } from '@guichet/contract/models/conversation-attribute.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { AttributeRow } from './conversation-attribute.sql.ts'
import { dataTypeOf } from './data-type.ts'
import { readOptions } from './option.ts'
import { readSettings } from './settings.ts'

export type AttributeView = Static<typeof ConversationAttribute>

export function viewAttribute(row: AttributeRow): AttributeView {
  const data_type = dataTypeOf(row.data_type)
  const { multiline, reference, required, visible_to_team_ids } = readSettings(row.settings)
  return {
    type: 'conversation_attribute',
    id: row.id,
    name: row.name,
    description: row.description ?? '',
    data_type,
    required,
    visible_to_team_ids,
    archived: row.archived,
    created_at: row.created_at,
    updated_at: row.updated_at,
    ...(row.admin_id !== null && { admin_id: String(row.admin_id) }),
    ...(data_type === 'string' && { multiline }),
    ...(data_type === 'list' && { options: readOptions(row.options).map(viewOption) }),
    ...(data_type === 'relationship' && reference && { reference }),
  }
}

const viewOption = ({ id, value, archived }: { id: string; value: string; archived: boolean }) => ({
  id,
  label: value,
  archived,
})
