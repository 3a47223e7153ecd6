import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { updateConversationRow } from './standing.sql.ts'
import type { Changes } from './standing.ts'

/** Changes a conversation that its caller has locked, without a part that tells of it. */
export const changeConversation = (
  tx: Tx,
  actor: Actor,
  { id, changes }: { id: number; changes: Changes },
): Promise<void> =>
  updateConversationRow(tx, actor.workspace.id, id, { at: isReading(changes) ? null : actor.now, changes })

/** Reading alone changes nothing that was said: `updated_at`, which lists are ordered by, stays, so that what is opened does not jump to the top. */
const isReading = ({ read, ...others }: Changes): boolean =>
  read !== undefined && Object.keys(others).length === 0
