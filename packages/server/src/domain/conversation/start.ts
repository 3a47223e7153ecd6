import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { type ContactRef, touchContacts } from '../contact/index.ts'
import type { Attachment } from './attachment.ts'
import { happened } from './conversation.events.ts'
import { fetchLater } from './fetch-attachments.ts'
import { contactAuthor, type PartAuthor } from './part.ts'
import { insertConversation, insertParticipant, insertTeammate } from './start.sql.ts'

/** A conversation about to begin with its first message. Bodies are sanitised HTML. */
export interface NewConversation {
  contact: ContactRef
  body: string | null
  subject?: string | undefined
  attachments?: Attachment[]
  /** Who wrote the first message: the contact unless said. */
  author?: PartAuthor
  /** `conversation` unless said; see the published types of sources. */
  sourceType?: string
  /** A fixed id, for what fixtures name; the next one when left out. */
  id?: number
  /** The id of a message that was sent before; a new one when left out. */
  sourceId?: number
  /** How the first message came: from the contact unless said. */
  deliveredAs?:
    | 'customer_initiated'
    | 'campaigns_initiated'
    | 'operator_initiated'
    | 'automated'
    | 'admin_initiated'
  url?: string | null
  /** When it was, in seconds; now when left out. */
  createdAt?: number | undefined
  brandId?: string | undefined
  companyId?: string | null | undefined
  /** A row that is to be a ticket announces itself; its own command does that. */
  isTicket?: boolean
  email?: Record<string, unknown>
}

/** What a new conversation goes by. */
export interface ConversationStarted {
  id: number
  sourceId: number
  createdAt: number
}

/** Starts a conversation with one contact. */
export async function startConversation(
  tx: Tx,
  actor: Actor,
  input: NewConversation,
): Promise<ConversationStarted> {
  const { contact, createdAt = actor.now, isTicket = false } = input
  const byContact = (input.deliveredAs ?? 'customer_initiated') === 'customer_initiated'
  const author = input.author ?? contactAuthor(contact)
  const { id, sourceId } = await insertConversation(tx, actor, { ...input, author, byContact, createdAt })
  await fetchLater(tx, actor, id, input.attachments ?? [])
  // Whoever is written to has read nothing yet, not even what it began with.
  const isUnread = !byContact && !isTicket
  const readPartId = isUnread ? -1 : 0
  await insertParticipant(tx, actor, { conversationId: id, contactId: contact.id, readPartId })
  if (author.type === 'admin' && !isTicket) await insertTeammate(tx, actor, { conversationId: id, author })
  await touchContacts(
    tx,
    actor,
    [contact.id],
    byContact ? { last_replied_at: createdAt } : { last_contacted_at: createdAt },
  )
  if (!isTicket) {
    const act = byContact ? 'contactCreated' : 'adminCreated'
    await append(tx, actor, ...happened({ id, is_ticket: false }, act))
  }
  return { id, sourceId, createdAt }
}
