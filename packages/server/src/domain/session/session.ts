import type { SessionList } from '@guichet/contract/models/me.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { reachOf, requireSession } from './session.policy.ts'
import { parseMethod, selectSessions } from './session.sql.ts'

/** Where the actor's account is signed in, the place lately used first. */
export async function listSessions(tx: Tx, actor: Actor): Promise<Static<typeof SessionList>> {
  const own = requireSession(actor)
  const rows = await selectSessions(tx, { accountId: own.accountId, within: reachOf(actor), now: own.now })
  return {
    type: 'list',
    data: rows.map(({ id, name, method, ...row }) => ({
      ...row,
      type: 'session' as const,
      id: String(id),
      method: parseMethod(method),
      current: id === own.id,
      workspace_name: name,
    })),
  }
}
