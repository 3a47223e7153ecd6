import { errors, problem } from '@guichet/contract/errors.ts'
import type {
  WhatsappMessageStatus,
  WhatsappMessageStatusList,
} from '@guichet/contract/models/whatsapp-message-status.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { decodeCursor, encodeCursor } from '../../db/keyset.ts'
import type { Actor } from '../actor.ts'
import { perPage } from '../paging.ts'
import { permission } from '../permission.ts'
import { selectOfRuleset, selectWhatsappMessage, type WhatsappRow } from './message-status.sql.ts'

type StatusList = Static<typeof WhatsappMessageStatusList>

const mayRead = permission('read_conversations')
const ENDPOINT = 'messages/status'

/** A page of what became of the messages of a broadcast, the newest first. */
export async function listMessageStatuses(
  tx: Tx,
  actor: Actor,
  query: { ruleset_id: string; per_page?: string; starting_after?: string },
): Promise<StatusList> {
  mayRead(actor)
  const limit = perPage(query.per_page, { usual: 50, most: 100 })
  const before = query.starting_after ? readCursor(query.starting_after) : undefined
  const { rows, total } = await selectOfRuleset(tx, actor.workspace.id, {
    ...{ rulesetId: query.ruleset_id, before, limit: limit + 1 },
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next =
    rows.length > limit && last
      ? { starting_after: encodeCursor(ENDPOINT, { values: [], id: last.id, page: 1 }) }
      : null
  return {
    type: 'list',
    ruleset_id: query.ruleset_id,
    pages: { type: 'pages', per_page: limit, total_pages: Math.ceil(total / limit), next },
    total_count: total,
    events: shown.map(viewEvent),
  }
}

/** What became of one message; 404 when there is none. */
export async function findWhatsappStatus(
  tx: Tx,
  actor: Actor,
  messageId: string,
): Promise<Static<typeof WhatsappMessageStatus>> {
  mayRead(actor)
  const row = await selectWhatsappMessage(tx, actor.workspace.id, messageId)
  if (!row) throw problem(errors.whatsappMessageNotFound)
  return {
    conversation_id: idText(row.conversation_id),
    status: row.status,
    type: 'broadcast_outbound',
    created_at: row.created_at,
    updated_at: row.updated_at,
    template_name: row.template_name,
    message_id: row.whatsapp_message_id,
    ...(isError(row.error) && { error: row.error }),
  }
}

const viewEvent = (row: WhatsappRow): StatusList['events'][number] => ({
  id: String(row.id),
  conversation_id: idText(row.conversation_id),
  user_id: row.contact_id ?? '',
  status: row.status,
  type: 'broadcast_outbound',
  created_at: row.created_at,
  updated_at: row.updated_at,
  whatsapp_message_id: row.whatsapp_message_id,
  template_name: row.template_name,
})

/** Empty for a conversation that was deleted. */
const idText = (id: number | null): string => (id === null ? '' : String(id))

const isError = (value: unknown): value is { message: string; details: string } =>
  typeof value === 'object' && value !== null && 'message' in value && 'details' in value

function readCursor(text: string): number {
  const { id } = decodeCursor(ENDPOINT, text, 0)
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) throw problem(errors.cursorInvalid)
  return id
}
