import { randomBytes } from 'node:crypto'
import { errors, type Problem, problem } from '@guichet/contract/errors.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import { type Membership, workspacesOf } from '../account/index.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Guest } from '../actor.ts'
import { admitsAddress } from '../ip-allowlist/index.ts'
import { signInPolicyOf } from '../sign-in-settings/index.ts'
import { hashToken } from '../token/index.ts'
import { loggedIn } from './session.events.ts'
import { insertSession, type Method, markEntered } from './session.sql.ts'
import { actorAs } from './session-actor.ts'
import { IDLE } from './session-desk.ts'

/** Somebody who has shown who they are. */
export interface Arrival {
  accountId: number
  method: Method
  /** Whether a second factor was given, or is another's business. */
  secondFactor: boolean
  /** Where they want to be; where they were last when left out. */
  workspaceId?: string
}

/**
 * Lets somebody in: the token is for their cookie, and is returned this once. 403 where they belong to no workspace, or their
 * address may enter none of theirs.
 */
export async function beginSession(
  tx: Tx,
  guest: Guest,
  { accountId, method, secondFactor, workspaceId }: Arrival,
): Promise<{ token: string; id: number; workspaceId: string }> {
  const all = await workspacesOf(tx, accountId)
  const memberships = all.filter(({ workspace: { id } }) => workspaceId === undefined || id === workspaceId)
  const membership = await firstOpen(tx, guest, { memberships, method })
  const { workspace, adminId } = membership
  const token = newToken()
  const { now, ip, userAgent } = guest
  const { id } = await insertSession(tx, {
    ...{ hash: hashToken(token), accountId, workspaceId: workspace.id, adminId, method, secondFactor },
    ...{ ip, userAgent, now, expiresAt: now + IDLE },
  })
  await markEntered(tx, accountId, workspace.id, now)
  const actor = actorAs(membership, { id, accountId, confined: method === 'sso' }, guest)
  await append(tx, actor, loggedIn(adminId))
  await logActivity(tx, actor, {
    type: 'admin_login_success',
    description: `Signed in by ${WAYS[method]}.`,
    metadata: { sign_in_method: method },
  })
  return { token, id, workspaceId: workspace.id }
}

/** The secret of a session. */
export const newToken = (): string => randomBytes(32).toString('base64url')

async function firstOpen(
  tx: Tx,
  guest: Guest,
  { memberships, method }: { memberships: Membership[]; method: Method },
): Promise<Membership> {
  let refusal: Problem = problem(signInErrors.nowhereToGo)
  for (const membership of memberships) {
    const closed = await whyClosed(tx, guest.ip, { membership, method })
    if (!closed) return membership
    refusal = closed
  }
  throw refusal
}

/** Why somebody who came one way may not enter a workspace: its addresses, or its ways to sign in. Owners always have their password. */
export async function whyClosed(
  tx: Tx,
  ip: string | undefined,
  { membership, method }: { membership: Membership; method: Method },
): Promise<Problem | undefined> {
  const { workspace, role } = membership
  if (!(await admitsAddress(tx, workspace.id, ip))) return problem(errors.ipNotAllowed)
  const { passwordAllowed } = await signInPolicyOf(tx, workspace.id)
  if (passwordAllowed || method === 'sso' || role === 'owner') return undefined
  return problem(signInErrors.passwordNotAllowed)
}

const WAYS: Record<Method, string> = {
  password: 'password',
  sso: 'single sign-on',
  invitation: 'invitation',
  setup: 'the first link of the server',
}
