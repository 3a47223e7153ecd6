import type { TicketPart } from '@guichet/contract/models/ticket-part.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { AttributeRow } from '../ticket-type/index.ts'
import type { AttributeValue } from './attribute-values.ts'
import { labelOf } from './ticket.view.ts'

export type UpdatedAttribute = NonNullable<Static<typeof TicketPart>['updated_attribute_data']>

/** What a part tells of an attribute that was changed: its new value, and how people read it. */
export const updatedAttribute = (
  attribute: AttributeRow,
  value: AttributeValue | null,
): UpdatedAttribute => ({
  attribute: { type: 'attribute', id: String(attribute.id), label: attribute.name },
  value: { type: 'value', ...readable(attribute, value) },
})

function readable(attribute: AttributeRow, value: AttributeValue | null) {
  if (attribute.data_type === 'files') {
    const files = Array.isArray(value) ? value : []
    return { id: files.map((_, at) => at + 1), label: files.map(file => file.name) }
  }
  if (value === null) return { id: null, label: '' }
  const label = attribute.data_type === 'list' ? labelOf(attribute, value) : String(value)
  return { id: String(value), label }
}
