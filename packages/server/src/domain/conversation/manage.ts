import { invalid } from '@guichet/contract/errors.ts'
import { LATEST_SECOND } from '@guichet/contract/timestamp.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import { toHtml } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import type { AdminRef } from '../admin/index.ts'
import { happened } from './conversation.events.ts'
import { addPart, adminAuthor } from './part.ts'
import type { Standing } from './standing.ts'
import { after, closed, opened, snoozed } from './statistics.ts'

/** Which conversation, and the admin who acts. */
export interface Managing {
  conversation: Standing
  admin: AdminRef
}

/** Closes a conversation or ticket, with words if there are any. Returns the part's id. */
export async function closeConversation(
  tx: Tx,
  actor: Actor,
  { conversation, admin, body }: Managing & { body?: string | null | undefined },
): Promise<number> {
  const id = await addPart(tx, actor, {
    conversationId: conversation.id,
    changes: after(conversation, closed(actor.now, admin.id)),
    ...(body && { teammate: admin }),
    part: {
      part_type: 'close',
      author: adminAuthor(admin),
      body: body ? toHtml(body) : null,
      state: 'closed',
    },
  })
  await append(tx, actor, ...happened(conversation, 'closed', [id]))
  return id
}

/** Snoozes a conversation or ticket until a moment to come. Returns the part's id. */
export async function snoozeConversation(
  tx: Tx,
  actor: Actor,
  { conversation, admin, until }: Managing & { until: number },
): Promise<number> {
  if (until <= actor.now || until > LATEST_SECOND)
    throw invalid('snoozed_until must be a time in the future', 'snoozed_until')
  const iso = new Date(until * 1000).toISOString()
  const id = await addPart(tx, actor, {
    conversationId: conversation.id,
    changes: after(conversation, snoozed(actor.now, until)),
    part: {
      part_type: 'snoozed',
      author: adminAuthor(admin),
      state: 'snoozed',
      event_details: { until: `until ${iso.slice(0, 16).replace('T', ' ')} UTC`, custom_until_time: iso },
    },
  })
  await append(tx, actor, ...happened(conversation, 'snoozed', [id]))
  return id
}

/** Opens a closed or snoozed conversation or ticket. Returns the part's id. */
export async function openConversation(
  tx: Tx,
  actor: Actor,
  { conversation, admin }: Managing,
): Promise<number> {
  const id = await addPart(tx, actor, {
    conversationId: conversation.id,
    changes: { ...after(conversation, opened(actor.now)), read: true },
    part: { part_type: 'open', author: adminAuthor(admin), state: 'open' },
  })
  await append(tx, actor, ...happened(conversation, 'opened', [id]))
  return id
}
