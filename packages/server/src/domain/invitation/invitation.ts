import { problem } from '@guichet/contract/errors.ts'
import type { Invitation } from '@guichet/contract/models/teammate.ts'
import type { InviteRequest } from '@guichet/contract/operations/inbox/teammates.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import { readEmail } from '../account/index.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import { dropTokens, issueOneTimeToken } from '../one-time-token/index.ts'
import { enqueueMail } from '../outgoing/index.ts'
import { permission } from '../permission.ts'
import { mayMakeOwners, parseRole } from '../role/index.ts'
import { requireSession } from '../session/index.ts'
import { mailLanguageOf } from '../workspace-settings/index.ts'
import {
  deleteInvitation,
  type InvitationRow,
  isTeammate,
  markAccepted as markRow,
  selectInvitation,
  selectInvitations,
  upsertInvitation,
} from './invitation.sql.ts'
import { invitationLetter } from './letter.ts'

type InvitationView = Static<typeof Invitation>

const mayManage = permission('manage_teammates')

/** How long an invitation is good for, in seconds. */
const LIFETIME = 7 * 86_400

/** Invitations that nobody has accepted yet, the newest first. */
export async function listInvitations(tx: Tx, actor: Actor) {
  mayManage(actor)
  return { type: 'list' as const, data: (await selectInvitations(tx, actor.workspace.id)).map(view) }
}

/**
 * Mails somebody a link to become a teammate. One who is invited already gets a new link, and the old one ends. 403 for
 * making owners without being one; 409 for an address that has come in.
 */
export async function invite(
  tx: Tx,
  actor: Actor,
  request: Static<typeof InviteRequest>,
): Promise<InvitationView> {
  mayManage(actor)
  if (request.role === 'owner') mayMakeOwners(actor)
  const email = readEmail(request.email)
  const { id: workspaceId, name } = actor.workspace
  const { now } = requireSession(actor)
  if (await isTeammate(tx, workspaceId, email)) throw problem(signInErrors.alreadyTeammate)
  const { id } = await upsertInvitation(tx, {
    ...{ workspaceId, email, role: request.role, hasInboxSeat: request.has_inbox_seat ?? true },
    ...{ invitedBy: actor.adminId, now, expiresAt: now + LIFETIME },
  })
  const data = { invitation_id: id }
  await dropTokens(tx, { kind: 'invitation', workspaceId, holding: data })
  const token = await issueOneTimeToken(tx, {
    ...{ kind: 'invitation', workspaceId, data, now, lifetime: LIFETIME },
  })
  const by = await requireAdmin(tx, actor, undefined)
  const link = `${actor.origin}/app/invitation?token=${token}`
  await enqueueMail(tx, actor, {
    ...{ kind: 'sign_in', to: [{ address: email }], fromName: name, confidential: true },
    ...invitationLetter[await mailLanguageOf(tx, workspaceId)]({ by: by.name, workspace: name, link }),
  })
  await logActivity(tx, actor, {
    ...{ type: 'admin_invite_creation', description: `Invited ${email} as ${request.role}.` },
    metadata: { email, role: request.role },
  })
  return view(await requireInvitation(tx, workspaceId, id))
}

/** Withdraws an invitation, and ends its link. */
export async function withdrawInvitation(tx: Tx, actor: Actor, id: string): Promise<void> {
  mayManage(actor)
  const { id: workspaceId } = actor.workspace
  const row = await byNumericId(id, key => selectInvitation(tx, workspaceId, key))
  if (!row || !(await deleteInvitation(tx, workspaceId, row.id)))
    throw problem(signInErrors.invitationNotFound)
  await dropTokens(tx, { kind: 'invitation', workspaceId, holding: { invitation_id: row.id } })
  await logActivity(tx, actor, {
    ...{ type: 'admin_invite_deletion', description: `Withdrew the invitation of ${row.email}.` },
    metadata: { email: row.email },
  })
}

/** An invitation that nobody has accepted, as the one who accepts it needs it. */
export async function findInvitation(tx: Tx, workspaceId: string, id: number): Promise<InvitationView> {
  return view(await requireInvitation(tx, workspaceId, id))
}

export const markAccepted = markRow

async function requireInvitation(tx: Tx, workspaceId: string, id: number): Promise<InvitationRow> {
  const row = await selectInvitation(tx, workspaceId, id)
  if (!row) throw problem(signInErrors.invitationNotFound)
  return row
}

const view = ({ id, role, ...row }: InvitationRow): InvitationView => ({
  ...{ type: 'invitation', id: String(id), role: parseRole(role) ?? 'light', ...row },
})
