import type { ConversationWait } from '@guichet/contract/models/inbox.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { mayReadConversations, requireConversation } from '../conversation/index.ts'
import { opensAt } from '../office-hours/index.ts'
import { type Place, selectPlace } from './distribution.sql.ts'

type View = Static<typeof ConversationWait>

/** Why a conversation waits for somebody of its team, as things are now; 404 for no such conversation. */
export async function findWait(tx: Tx, actor: Actor, conversationId: string): Promise<View> {
  mayReadConversations(actor)
  const { id } = await requireConversation(tx, actor, conversationId)
  const place = await selectPlace(tx, actor.workspace.id, id)
  return {
    type: 'conversation_wait',
    conversation_id: String(id),
    waits: place ? view(place, actor.now) : null,
  }
}

function view(place: Place, now: number): NonNullable<View['waits']> {
  const opens = place.office_hours_only ? opensAt(place.hours, now) : now
  return {
    reason: opens === now ? reasonOf(place) : 'outside_office_hours',
    team: { id: String(place.team_id), name: place.team_name },
    ahead: place.ahead,
    opens_at: opens === now ? null : (opens ?? null),
  }
}

/** Of a team that may give now. */
function reasonOf({ seats, there, free }: Place): NonNullable<View['waits']>['reason'] {
  if (seats === 0) return 'no_members'
  if (there === 0) return 'nobody_there'
  return free === 0 ? 'all_full' : 'in_line'
}
