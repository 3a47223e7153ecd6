import type { AttributeKind } from '../../data/attributes.ts'
import type { TicketAttribute } from '../../data/ticket-acts.ts'
import { t } from '../../text/t.ts'

const OWN_NAMES: Record<string, 'tickets.title' | 'desk.description'> = {
  ...{ _default_title_: 'tickets.title', _default_description_: 'desk.description' },
}

/** What an attribute is called; the two that every ticket has are called so by us. */
export function attributeLabel({ name }: TicketAttribute): string {
  const own = OWN_NAMES[name]
  return own ? t(own) : name
}

const KINDS = ['string', 'integer', 'decimal', 'boolean', 'datetime', 'list', 'files'] as const

/** How its value is written. */
export const attributeKind = ({ data_type }: TicketAttribute): AttributeKind =>
  KINDS.find(kind => kind === data_type) ?? 'string'
