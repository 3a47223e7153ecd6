import { problem } from '@guichet/contract/errors.ts'
import type { SignedInTeammateList } from '@guichet/contract/models/security.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import { endSessionWithin } from './end-session.ts'
import { requireSession } from './session.policy.ts'
import { parseMethod } from './session.sql.ts'
import { selectSignedIn } from './signed-in.sql.ts'

const mayManage = permission('manage_security')

/** Where teammates are signed in to the workspace, the place lately used first. */
export async function listSignedIn(tx: Tx, actor: Actor): Promise<Static<typeof SignedInTeammateList>> {
  mayManage(actor)
  const own = requireSession(actor)
  const rows = await selectSignedIn(tx, actor.workspace.id, own.now)
  return {
    type: 'list',
    data: rows.map(({ id, admin_id, method, ...row }) => ({
      ...{ ...row, type: 'signed_in_teammate' as const, id: String(id), admin_id: String(admin_id) },
      ...{ method: parseMethod(method), current: id === own.id },
    })),
  }
}

/** Ends the session of a teammate in this workspace. 404 for one that is not of it, or over. */
export async function signOutTeammate(tx: Tx, actor: Actor, id: string): Promise<void> {
  mayManage(actor)
  const own = requireSession(actor)
  const ended = await byNumericId(id, only => endSessionWithin(tx, actor.workspace.id, only, own.now))
  if (!ended) throw problem(signInErrors.sessionNotFound)
  await logActivity(tx, actor, {
    ...{ type: 'admin_logout', description: 'Ended the session of a teammate.' },
    metadata: { session_id: id },
  })
}
