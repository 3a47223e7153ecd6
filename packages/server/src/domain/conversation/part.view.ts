import { translationsStandBeside } from '@guichet/contract/changes/gates.ts'
import type { ConversationPart } from '@guichet/contract/models/conversation-part.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type Attachment, viewAttachment } from './attachment.ts'
import { type PartRow, selectNewestParts, selectPartsOfIds } from './part.sql.ts'
import { plainFor } from './plain.ts'

type PartView = Static<typeof ConversationPart>

/** No more parts than this come with a conversation, the newest. */
export const MOST_PARTS = 500

export interface PartDisplay {
  /** `plaintext` takes the mark-up out of bodies. */
  displayAs?: string | undefined
  /** Whether translations are asked for: beside each part, or in older versions instead of what was written. */
  translations?: boolean | undefined
}

/** Parts of many conversations, by conversation, oldest first: the newest 500 of each, or those of some ids. */
export async function partsOf(
  tx: Tx,
  actor: Actor,
  conversationIds: number[],
  which: 'all' | { ids: number[] },
): Promise<Map<number, PartRow[]>> {
  if (conversationIds.length === 0) return new Map()
  const asked = { workspaceId: actor.workspace.id, conversationIds }
  const rows =
    which === 'all'
      ? await selectNewestParts(tx, { ...asked, most: MOST_PARTS })
      : await selectPartsOfIds(tx, { ...asked, ids: which.ids })
  return Map.groupBy(rows, row => row.conversation_id)
}

/** A part as a conversation shows it. */
export function viewPart(actor: Actor, row: PartRow, display: PartDisplay = {}): PartView {
  const plain = plainFor(actor, display.displayAs)
  const isInstead = display.translations && !actor.gates.has(translationsStandBeside)
  const body = row.written && !isInstead ? row.written.body : row.body
  return {
    type: 'conversation_part',
    id: String(row.id),
    part_type: row.part_type,
    body: body === null ? null : plain(body),
    created_at: row.created_at,
    updated_at: row.updated_at,
    notified_at: row.notified_at ?? row.created_at,
    assigned_to:
      row.assigned_to_type === null ? null : { type: row.assigned_to_type, id: row.assigned_to_id },
    author: viewAuthor(row),
    attachments: row.attachments.map((file: Attachment) => viewAttachment(actor, file)),
    external_id: row.external_id,
    redacted: row.redacted,
    metadata: row.metadata,
    email_message_metadata: row.email_message_metadata,
    state: row.state ?? 'open',
    tags: row.tags,
    event_details: row.event_details,
    app_package_code: row.app_package_code,
    ...((row.written || display.translations) && { translations: viewTranslations(row) }),
  }
}

/** What was written and what the customer got, by language; null where that is one. */
export const viewTranslations = ({
  written,
  body,
}: PartRow): { [locale: string]: string; original: string } | null =>
  written && { [written.locale]: written.body, [written.to]: body ?? '', original: written.locale }

const viewAuthor = (row: PartRow): PartView['author'] => ({
  id: row.author_id,
  type: row.author_type,
  name: row.author_name,
  email: row.author_email,
  ...(row.author_type === 'bot' && { from_ai_agent: row.from_ai_agent, is_ai_answer: row.is_ai_answer }),
})
