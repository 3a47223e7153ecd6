import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { requireOperator } from '../admin/index.ts'
import { addParts, adminAuthor } from '../conversation/index.ts'
import type { TicketTypeRow } from '../ticket-type/index.ts'
import { fetchFiles } from './attribute-files.ts'
import { updatedAttribute } from './attribute-part.ts'
import { mergeValues, readAttributes, titleAndDescription } from './attribute-values.ts'
import { packageCode } from './package-code.ts'
import { ticketAttributeUpdated } from './ticket.events.ts'
import type { TicketStanding } from './ticket.require.ts'
import { updateTicketRow } from './ticket.sql.ts'

interface Setting {
  standing: TicketStanding
  type: TicketTypeRow
  values: Record<string, unknown>
  files: FileStore
}

/** Sets some attributes of a ticket, and says so in a part for each that changes. */
export async function setAttributes(tx: Tx, actor: Actor, input: Setting): Promise<void> {
  const { standing, type } = input
  const { conversation, ticket } = standing
  const read = await readAttributes(actor, input)
  const changed = new Map(
    [...read].filter(([{ id }, value]) => !isDeepStrictEqual(ticket.attributes[id] ?? null, value)),
  )
  if (changed.size === 0) return
  const attributes = mergeValues(ticket.attributes, changed)
  await updateTicketRow(tx, actor, ticket.id, { attributes, ...titleAndDescription(type, attributes) })
  await fetchFiles(tx, actor, ticket.id, mergeValues({}, changed))
  const author = adminAuthor(await requireOperator(tx, actor))
  const partIds = await addParts(tx, actor, {
    conversationId: ticket.id,
    parts: [...changed].map(([attribute, value]) => ({
      part_type: 'ticket_attribute_updated_by_admin',
      author,
      state: conversation.state,
      updated_attribute_data: updatedAttribute(attribute, value),
      app_package_code: packageCode(actor),
    })),
  })
  await append(tx, actor, ...partIds.map(id => ticketAttributeUpdated(ticket, [id])))
}
