import type { HandlingEvent, HandlingEventList } from '@guichet/contract/models/handling-event.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { mayReadConversations, requireConversation } from '../conversation/index.ts'
import { type StateRow, selectStates } from './handling-events.sql.ts'

type EventView = Static<typeof HandlingEvent>
type Teammate = EventView['teammate']

/** When the handling of a conversation paused and went on: it pauses while the conversation is snoozed. */
export async function listHandlingEvents(
  tx: Tx,
  actor: Actor,
  conversationId: string,
): Promise<Static<typeof HandlingEventList>> {
  mayReadConversations(actor)
  const { id } = await requireConversation(tx, actor, conversationId)
  return { handling_events: eventsOf(await selectStates(tx, actor.workspace.id, id)) }
}

function eventsOf(parts: StateRow[]): EventView[] {
  const events: EventView[] = []
  let pausedBy: Teammate | undefined
  for (const part of parts) {
    const state = part.state ?? 'open'
    if (state === 'snoozed' && !pausedBy) {
      pausedBy = teammateOf(part)
      if (pausedBy) events.push(event('paused', pausedBy, part, 'Snoozed'))
    } else if (state === 'open' && pausedBy) {
      events.push(event('resumed', teammateOf(part) ?? pausedBy, part))
    }
    if (state !== 'snoozed') pausedBy = undefined
  }
  return events
}

/** Undefined for a contact: when one writes, the handling goes on in the hands of whoever paused it. */
function teammateOf(part: StateRow): Teammate | undefined {
  const id = numericId(part.author_id ?? '')
  const type = TEAMMATES.get(part.author_type)
  if (!type || id === undefined) return undefined
  return { type, id, name: part.author_name ?? '', email: part.author_email }
}

const TEAMMATES = new Map<string, Teammate['type']>([
  ['admin', 'admin'],
  ['team', 'team'],
  ['bot', 'bot'],
])

const event = (type: EventView['type'], teammate: Teammate, part: StateRow, reason?: string): EventView => ({
  teammate,
  type,
  timestamp: new Date(part.created_at * 1000).toISOString().replace('.000Z', 'Z'),
  ...(reason !== undefined && { reason }),
})
