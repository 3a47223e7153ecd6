import { errors, type Kind, problem } from '@guichet/contract/errors.ts'
import type { EventDetails } from '@guichet/contract/models/conversation-part.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import { append } from '../../events/append.ts'
import { toHtml } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { type AdminRef, requireAdmin } from '../admin/index.ts'
import { selectTeam } from './assign.sql.ts'
import { happened } from './conversation.events.ts'
import type { Managing } from './manage.ts'
import { addPart, adminAuthor } from './part.ts'
import type { State } from './standing.ts'
import { after, assigned, opened } from './statistics.ts'

/** Who has a conversation from now on; null is nobody. */
export type Assignee = { type: 'admin'; id: number | null } | { type: 'team'; id: number | null }

export interface Assignment extends Managing {
  assignee: Assignee
  body?: string | null | undefined
  /** `assignment` unless a rule did it. A closed or snoozed conversation opens with an assignment by hand. */
  partType?:
    | 'assignment'
    | 'default_assignment'
    | 'workflow_assignment'
    | 'balanced_assignment'
    | 'away_mode_assignment'
  /** Why, where a rule did it. */
  details?: Static<typeof EventDetails>
}

/** Assigns a conversation or ticket. Opens it when it is closed or snoozed. Returns the part's id. */
export async function assignConversation(tx: Tx, actor: Actor, input: Assignment): Promise<number> {
  const { conversation, admin, assignee, body, partType = 'assignment', details } = input
  const byHand = partType === 'assignment'
  const to = assignee.type === 'admin' ? { admin: assignee.id } : { team: assignee.id }
  const id = await addPart(tx, actor, {
    conversationId: conversation.id,
    changes: after(conversation, ...(byHand ? [opened(actor.now)] : []), assigned(actor.now, to)),
    ...(body && { teammate: admin }),
    part: {
      part_type: byHand ? PART_TYPES[conversation.state] : partType,
      author: adminAuthor(admin),
      body: body ? toHtml(body) : null,
      assigned_to: referenceTo(assignee),
      state: byHand ? 'open' : conversation.state,
      ...(details && { event_details: details }),
    },
  })
  await append(tx, actor, ...happened(conversation, actOf(input), [id]))
  return id
}

const PART_TYPES: Record<State, string> = {
  open: 'assignment',
  closed: 'assign_and_reopen',
  snoozed: 'assign_and_unsnooze',
}

const referenceTo = ({ type, id }: Assignee): { type: string; id: string | null } =>
  id === null ? { type: `nobody_${type}`, id: null } : { type, id: String(id) }

function actOf({ conversation, assignee }: Assignment) {
  if (conversation.state === 'closed') return 'assignedAndOpened'
  return assignee.type === 'team' ? 'teamAssigned' : 'assigned'
}

/**
 * The assignee of a request: `0` or null is nobody, and the type is an admin unless it says team. 404 for an admin or
 * a team that is not there, with the error of the route where that has its own.
 */
export async function requireAssignee(
  tx: Tx,
  actor: Actor,
  { type, id, unknown }: { type: string | undefined; id: string | null; unknown?: Kind | undefined },
): Promise<Assignee> {
  const kind = type === 'team' ? 'team' : 'admin'
  if (id === null || id === '' || id === '0') return { type: kind, id: null }
  if (kind === 'admin') {
    const admin: AdminRef = await requireAdmin(tx, actor, id, unknown ?? errors.adminNotFound)
    return { type: 'admin', id: admin.id }
  }
  const team = await byNumericId(id, key => selectTeam(tx, actor.workspace.id, key))
  if (!team) throw problem(unknown ?? errors.teamNotFound)
  return { type: 'team', id: team.id }
}
