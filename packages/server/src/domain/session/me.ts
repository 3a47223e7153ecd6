import { invalid } from '@guichet/contract/errors.ts'
import type { Me } from '@guichet/contract/models/me.ts'
import type { UpdateMeRequest } from '@guichet/contract/operations/inbox/sessions.ts'
import { permissionsOf } from '@guichet/contract/roles.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { readStream } from '../../events/read-events.sql.ts'
import { findAccount, renameAccount, workspacesOf } from '../account/index.ts'
import type { Actor } from '../actor.ts'
import { signInPolicyOf } from '../sign-in-settings/index.ts'
import { selectMe, updateAdmin } from './me.sql.ts'
import { requireSession } from './session.policy.ts'

export type MeView = Static<typeof Me>

/** Who is signed in, in which workspace, and what they may do there. */
export async function describeMe(tx: Tx, actor: Actor): Promise<MeView> {
  const { id, accountId, role, confined } = requireSession(actor)
  const { workspace } = actor
  const [account, { created_at, expires_at, second_factor, ...admin }, memberships, policy, stream] =
    await Promise.all([
      findAccount(tx, accountId),
      selectMe(tx, workspace.id, actor.adminId, id),
      workspacesOf(tx, accountId),
      signInPolicyOf(tx, workspace.id),
      readStream(tx, workspace.id),
    ])
  return {
    type: 'me',
    account: {
      ...{ id: String(account.id), email: account.email, name: account.name },
      has_password: account.password_hash !== null,
      two_factor_enabled: account.totp_confirmed_at !== null,
    },
    admin: { ...admin, id: String(admin.id) },
    workspace: {
      ...{ id: workspace.id, name: workspace.name, timezone: workspace.timezone },
      ...{ sandbox: workspace.sandbox ?? false, created_at },
    },
    role,
    permissions: [...permissionsOf[role]],
    workspaces: memberships
      .filter(each => !confined || each.workspace.id === workspace.id)
      .map(each => ({
        ...{ id: each.workspace.id, name: each.workspace.name, role: each.role },
        current: each.workspace.id === workspace.id,
      })),
    two_factor_setup_required:
      policy.twoFactorRequired && !second_factor && account.totp_confirmed_at === null,
    session: { id: String(id), expires_at },
    sequence: stream.last,
  }
}

/** Changes how the actor is called: their account, and the teammate they are here. */
export async function updateMe(
  tx: Tx,
  actor: Actor,
  { name, job_title }: Static<typeof UpdateMeRequest>,
): Promise<MeView> {
  const { accountId, confined } = requireSession(actor)
  if (name !== undefined && !confined) await renameAccount(tx, accountId, name, actor.now)
  if (job_title && job_title.length > 255)
    throw invalid('job_title must have at most 255 characters', 'job_title')
  await updateAdmin(
    tx,
    actor.workspace.id,
    actor.adminId,
    { ...(name !== undefined && { name: name.trim() }), ...(job_title !== undefined && { job_title }) },
    actor.now,
  )
  return describeMe(tx, actor)
}
