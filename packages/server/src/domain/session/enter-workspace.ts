import { problem } from '@guichet/contract/errors.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Tx } from '../../db/database.ts'
import { workspacesOf } from '../account/index.ts'
import type { Actor } from '../actor.ts'
import { hashToken } from '../token/index.ts'
import { newToken, whyClosed } from './begin-session.ts'
import { forgetSessions } from './end-session.ts'
import { describeMe, type MeView } from './me.ts'
import { requireOwnAccount } from './session.policy.ts'
import { markEntered, moveSession } from './session.sql.ts'
import { actorAs } from './session-actor.ts'

/**
 * Goes on in another workspace of the account, under another token: what any node remembers of the old one is not what comes
 * next. 404 for a workspace it does not belong to; 403 where the address may not enter.
 */
export async function enterWorkspace(
  tx: Tx,
  actor: Actor,
  workspaceId: string,
): Promise<{ token: string; me: MeView }> {
  const { id, accountId, now } = requireOwnAccount(actor)
  const membership = (await workspacesOf(tx, accountId)).find(({ workspace }) => workspace.id === workspaceId)
  if (!membership) throw problem(signInErrors.workspaceNotFound)
  const closed = await whyClosed(tx, actor.ip, { membership, method: 'password' })
  if (closed) throw closed
  const token = newToken()
  await moveSession(tx, id, { workspaceId, adminId: membership.adminId, hash: hashToken(token) })
  await markEntered(tx, accountId, workspaceId, now)
  await forgetSessions(tx)
  return { token, me: await describeMe(tx, actorAs(membership, { id, accountId }, { ...actor, now })) }
}
