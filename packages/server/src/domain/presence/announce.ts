import { errors, problem } from '@guichet/contract/errors.ts'
import type { PresenceRequest } from '@guichet/contract/operations/inbox/live.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import { requireConversation } from '../conversation/index.ts'
import { selectParticipantIds } from './presence.sql.ts'
import type { Presence } from './presence.ts'

/** What a teammate does at a conversation, and the contacts of it, who see that somebody types. 404 for no such conversation. */
export async function announceTeammate(
  tx: Tx,
  actor: Actor,
  { conversation_id, doing }: Static<typeof PresenceRequest>,
): Promise<{ presence: Presence; contactIds: string[] }> {
  const { id } = await requireConversation(tx, actor, conversation_id)
  const [admin, contactIds] = await Promise.all([
    requireAdmin(tx, actor, String(actor.adminId)),
    selectParticipantIds(tx, actor.workspace.id, id),
  ])
  const who = { kind: 'teammate' as const, id: admin.id, name: admin.name }
  return { presence: { ...at(actor, id), who, doing }, contactIds }
}

/** That a contact types in a conversation of theirs; 404 for one of others. */
export async function announceContact(
  tx: Tx,
  actor: Actor,
  { id: named, typing }: { id: string; typing: boolean },
): Promise<Presence> {
  const { id } = await requireConversation(tx, actor, named)
  const contactIds = await selectParticipantIds(tx, actor.workspace.id, id)
  if (!actor.contact || !contactIds.includes(actor.contact.id)) throw problem(errors.conversationNotFound)
  return {
    ...at(actor, id),
    who: { kind: 'contact', id: actor.contact.id },
    doing: typing ? 'typing' : 'gone',
  }
}

const at = ({ workspace }: Actor, id: number) => ({ workspaceId: workspace.id, conversationId: String(id) })
