import type { Channels } from '@guichet/contract/operations/inbox/channels.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import { selectMessengerUse, selectOutbox } from './channel.sql.ts'

const mayManage = permission('manage_workspace')

const DAY = 86_400

/** Whether the messenger is on a page, and what waits in the outbox. */
export async function findChannels(tx: Tx, actor: Actor): Promise<Static<typeof Channels>> {
  mayManage(actor)
  const [messenger, outbox] = await Promise.all([
    selectMessengerUse(tx, actor.workspace.id, actor.now - 30 * DAY),
    selectOutbox(tx, actor.workspace.id, actor.now - 7 * DAY),
  ])
  return { type: 'channels', messenger, outbox }
}
