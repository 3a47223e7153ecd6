import { errors, Problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import type { AdminRef } from '../admin/index.ts'
import { type Assignee, assignConversation, requireAssignee, type Standing } from '../conversation/index.ts'
import { lockTicket } from './ticket.require.ts'

interface Reassigning {
  conversation: Standing
  admin: AdminRef
  /** The id of an admin or else of a team; `0` is nobody. */
  assigneeId: string | null
}

/** Assigns a ticket to an admin or a team; nobody takes it from both. Nothing for whoever has it. */
export async function reassignTicket(tx: Tx, actor: Actor, input: Reassigning): Promise<void> {
  for (const assignee of await assigneesOf(tx, actor, input)) {
    const { conversation } = await lockTicket(tx, actor, input.conversation.id)
    const has = assignee.type === 'team' ? conversation.team_assignee_id : conversation.admin_assignee_id
    if (has !== assignee.id)
      await assignConversation(tx, actor, { conversation, admin: input.admin, assignee })
  }
}

async function assigneesOf(tx: Tx, actor: Actor, { assigneeId: id }: Reassigning): Promise<Assignee[]> {
  const unknown = errors.assigneeNotFound
  const asTeam = () => requireAssignee(tx, actor, { type: 'team', id, unknown })
  const asAdmin = () => requireAssignee(tx, actor, { type: 'admin', id, unknown })
  if (id === null || id === '' || id === '0') return [await asAdmin(), await asTeam()]
  return [await asAdmin().catch(orElse(asTeam))]
}

/** An id says not whether it is of an admin or of a team. */
const orElse =
  (other: () => Promise<Assignee>) =>
  (error: unknown): Promise<Assignee> => {
    if (error instanceof Problem) return other()
    throw error
  }
