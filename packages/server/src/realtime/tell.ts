import type { EventName } from '@guichet/contract/topics.ts'
import { NEWEST } from '@guichet/contract/version.ts'
import { type Clock, seconds } from '../clock.ts'
import type { Tx } from '../db/database.ts'
import type { Workspace } from '../domain/actor.ts'
import { itemsOf, partIdsOf, renderItem } from '../domain/event-item/index.ts'
import { placeOfMessage } from '../domain/messenger/index.ts'
import { systemActor } from '../domain/system-actor.ts'
import type { LoggedEvent } from '../events/logged-event.ts'
import type { Told } from './room.ts'
import { frame } from './sink.ts'
import { selectMentions, selectOperator, selectParticipants } from './told.sql.ts'

interface Telling {
  read: Tx
  clock: Clock
  publicUrl: string | undefined
}

/**
 * Writes events down for whoever listens: to teammates whole, with the item that webhooks carry, in the newest shape; to contacts
 * only that something in a conversation of theirs, or a message, is there to be seen.
 */
export async function tellEvents(
  { read, clock, publicUrl }: Telling,
  workspace: Workspace,
  events: LoggedEvent[],
  contacts: ReadonlySet<string>,
): Promise<Told[]> {
  const operatorId = await selectOperator(read, workspace.id)
  const actor = { ...systemActor({ workspace, operatorId, now: seconds(clock) }), origin: publicUrl ?? '' }
  const [items, mentions, audiences] = await Promise.all([
    itemsOf(read, actor, events),
    mentionsIn(read, workspace.id, events),
    contacts.size === 0 ? new Map<number, string[]>() : audiencesOf(read, workspace.id, events, contacts),
  ])
  return events.map(event => {
    const { sequence, topic, object, createdAt } = event
    const item = items.get(sequence)
    const mention = mentions.get(sequence)
    const data = {
      ...{ sequence, topic, object, created_at: createdAt, actor: event.actor },
      ...(item && { item: renderItem(topic, NEWEST, item) }),
      ...(mention && { mention }),
    }
    const id = object.type === 'chat' ? placeOfMessage(object.id) : object.id
    const toContacts = frame('conversation', { id }, sequence)
    return {
      sequence,
      teammates: frame('change', data, sequence),
      contacts: new Map((audiences.get(sequence) ?? []).map(contactId => [contactId, toContacts])),
    }
  })
}

const NOTED: ReadonlySet<EventName> = new Set<EventName>(['conversation.admin.noted', 'ticket.note.created'])

/** Whom a note mentions, where it is, and whose it is. */
interface Mention {
  part_id: string
  admin_ids: string[]
  author_name: string | null
}

/** The mentions of notes, by the sequence of what tells of them. */
async function mentionsIn(
  read: Tx,
  workspaceId: string,
  events: LoggedEvent[],
): Promise<Map<number, Mention>> {
  const noted = events.filter(({ topic }) => NOTED.has(topic))
  const partIds = noted.flatMap(partIdsOf).map(Number)
  if (partIds.length === 0) return new Map()
  const conversationIds = noted.map(({ object }) => Number(object.id))
  const rows = await selectMentions(read, workspaceId, { conversationIds, partIds })
  const byPart = Map.groupBy(rows, row => String(row.part_id))
  return new Map(
    noted.flatMap(event => {
      const found = partIdsOf(event).flatMap(id => byPart.get(id) ?? [])
      const [first] = found
      if (!first) return []
      const { part_id, author_name } = first
      const admin_ids = found.map(row => String(row.admin_id))
      return [[event.sequence, { part_id: String(part_id), admin_ids, author_name }] as const]
    }),
  )
}

/** What goes on among teammates is not a customer's business. */
const INTERNAL: ReadonlySet<EventName> = new Set<EventName>([
  'object.changed',
  ...(['conversation.admin.noted', 'ticket.note.created', 'conversation.priority.updated'] as const),
  ...(['conversation.admin.assigned', 'ticket.admin.assigned', 'ticket.team.assigned'] as const),
  ...(['conversation_part.tag.created', 'conversation.company.updated'] as const),
])

/** The contacts who may hear of each event, by its sequence. */
async function audiencesOf(
  read: Tx,
  workspaceId: string,
  events: LoggedEvent[],
  contacts: ReadonlySet<string>,
): Promise<Map<number, string[]>> {
  const visible = events.filter(
    ({ topic, object }) =>
      (object.type === 'conversation' || object.type === 'ticket') && !INTERNAL.has(topic),
  )
  const audiences = readersOfChats(events, contacts)
  if (visible.length === 0) return audiences
  const conversationIds = [...new Set(visible.map(({ object }) => Number(object.id)))]
  const rows = await selectParticipants(read, workspaceId, { conversationIds, contactIds: [...contacts] })
  const byConversation = Map.groupBy(rows, row => String(row.conversation_id))
  for (const { sequence, object } of visible)
    audiences.set(
      sequence,
      (byConversation.get(object.id) ?? []).map(row => row.contact_id),
    )
  return audiences
}

/** A message in the app has come, or was seen, where somebody's messenger is open. */
const readersOfChats = (events: LoggedEvent[], contacts: ReadonlySet<string>): Map<number, string[]> =>
  new Map(
    events
      .filter(({ topic, object }) => topic === 'content_stat.chat' && object.type === 'chat')
      .map(({ sequence, payload }) => [sequence, String(payload['contact_id'])] as const)
      .filter(([, contactId]) => contacts.has(contactId))
      .map(([sequence, contactId]) => [sequence, [contactId]]),
  )
