import type { IdentityVerification } from '@guichet/contract/models/security.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import { selectEnforced, updateEnforced } from './identity-secret.sql.ts'

type View = Static<typeof IdentityVerification>

const mayManage = permission('manage_secure_mode_secrets')

/** Whether the messenger refuses identities without proof. */
export async function findIdentityVerification(tx: Tx, actor: Actor): Promise<View> {
  mayManage(actor)
  return view(await selectEnforced(tx, actor.workspace.id))
}

/** Has the messenger refuse identities without proof, or take the word of pages again. */
export async function setIdentityVerification(tx: Tx, actor: Actor, enforced: boolean): Promise<View> {
  mayManage(actor)
  const before = await selectEnforced(tx, actor.workspace.id)
  if (enforced === before) return view(before)
  await updateEnforced(tx, actor, enforced)
  await logActivity(tx, actor, {
    type: 'app_identity_verification_change',
    description: enforced
      ? 'Identities of customers have to be proven.'
      : 'Identities need no proof any more.',
    metadata: { before, after: enforced },
  })
  return view(enforced)
}

const view = (enforced: boolean): View => ({ type: 'identity_verification', enforced })
