import { type Change, change } from '../change.ts'
import { ConversationPart, type EventDetails, PlainEventDetails } from '../models/conversation-part.ts'
import { DataAttribute } from '../models/data-attribute.ts'
import { nullable, oneOf, type Static, since } from '../schema.ts'

export const changes: Change[] = [
  change({
    in: 'Preview',
    model: ConversationPart,
    why: 'Parts also tell the details of tags, snoozes, priorities, SLAs and calls; they used to say nothing of them.',
    was: { event_details: since('2.13', nullable(PlainEventDetails)) },
    down: part => (part.event_details ? { event_details: plainDetails(part.event_details) } : {}),
  }),
  change({
    in: 'Preview',
    model: DataAttribute,
    why: 'Attributes with a time of day say so; they used to be told as dates.',
    was: { data_type: oneOf('string', 'integer', 'float', 'boolean', 'date') },
    down: attribute => ({
      data_type: attribute.data_type === 'datetime' ? 'date' : attribute.data_type,
    }),
  }),
]

/** Details without what only Preview tells; null where nothing is left. */
function plainDetails(details: Static<typeof EventDetails> | null): object | null {
  const known = Object.entries(details ?? {}).filter(([name]) => name in PlainEventDetails.properties)
  return known.length === 0 ? null : Object.fromEntries(known)
}
