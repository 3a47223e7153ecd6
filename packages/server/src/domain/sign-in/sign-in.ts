import { problem } from '@guichet/contract/errors.ts'
import type { SignedIn, TwoFactorRequired } from '@guichet/contract/models/me.ts'
import type { SignInRequest, TwoFactorRequest } from '@guichet/contract/operations/inbox/sign-in.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Lanes, Tx } from '../../db/database.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import {
  type AccountRow,
  findAccountByEmail,
  plainEmail,
  verifyPassword,
  workspacesOf,
} from '../account/index.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Guest } from '../actor.ts'
import { forgiveAttempt, type Limit, limits, takeAttempt } from '../attempt/index.ts'
import { countAttempt, findToken, issueOneTimeToken, spendToken } from '../one-time-token/index.ts'
import { actorAs, beginSession, hasSignedInFrom, type Method, parseMethod } from '../session/index.ts'
import { acceptCode } from '../two-factor/index.ts'

/** The token for the cookie, where somebody is let in, and what is answered. */
export interface SignInOutcome<Answer = Static<typeof SignedIn> | Static<typeof TwoFactorRequired>> {
  token: string | undefined
  answer: Answer
}

/** How long a code may follow a password, in seconds. */
const CODE_WITHIN = 600
const CODES_PER_CHALLENGE = 5

/**
 * Signs somebody in by e-mail and password. 401 alike for an unknown address and a wrong password, after the same work; 429
 * for who has failed too often.
 */
export async function signInWithPassword(
  database: Lanes,
  guest: Guest,
  { email, password }: Static<typeof SignInRequest>,
): Promise<SignInOutcome> {
  const account = await findAccountByEmail(database.read, email)
  const counted = await limitsFor(database, guest, plainEmail(email), account)
  await takeAttempt(database, counted, guest.now)
  const matches = await verifyPassword(account?.password_hash, password)
  if (!account || !matches) {
    if (account) await database.transaction(tx => logFailure(tx, guest, account), guest.now)
    throw problem(signInErrors.credentialsWrong)
  }
  return database.transaction(async tx => {
    await forgiveAttempt(tx, counted)
    return enter(tx, guest, { account, method: 'password' })
  }, guest.now)
}

/** Lets in who gives the code that a challenge asks for. 401 for a wrong one; after a few of those the challenge is over. */
export async function signInWithCode(
  database: Lanes,
  guest: Guest,
  { challenge, code, secrets }: Static<typeof TwoFactorRequest> & { secrets: SecretBox },
): Promise<SignInOutcome<Static<typeof SignedIn>>> {
  const { accountId = 0, data } = await findToken(database.read, challenge, 'two_factor', guest.now)
  const counted = [limits.code(accountId)]
  await takeAttempt(database, counted, guest.now)
  const tried = await database.transaction(tx => countAttempt(tx, challenge), guest.now)
  if (tried > CODES_PER_CHALLENGE) throw problem(signInErrors.linkUnknown)
  return database.transaction(async tx => {
    if (!(await acceptCode(tx, { accountId, code, secrets, now: guest.now })))
      throw problem(signInErrors.codeWrong)
    await spendToken(tx, challenge, guest.now)
    await forgiveAttempt(tx, counted)
    const { workspace_id: workspaceId } = data
    return letIn(tx, guest, {
      ...{ accountId, method: parseMethod(String(data['method'])), secondFactor: true },
      ...(typeof workspaceId === 'string' && { workspaceId }),
    })
  }, guest.now)
}

/** Goes on with somebody who has shown who they are: lets them in, or asks for their second factor. */
export async function enter(
  tx: Tx,
  guest: Guest,
  { account, method, workspaceId }: { account: AccountRow; method: Method; workspaceId?: string },
): Promise<SignInOutcome> {
  const accountId = account.id
  const wanted = { ...(workspaceId !== undefined && { workspaceId }) }
  // An identity provider asks for second factors itself.
  if (account.totp_confirmed_at === null || method === 'sso')
    return letIn(tx, guest, { accountId, method, secondFactor: method === 'sso', ...wanted })
  const challenge = await issueOneTimeToken(tx, {
    ...{ kind: 'two_factor', accountId, now: guest.now, lifetime: CODE_WITHIN },
    data: { method, ...(workspaceId !== undefined && { workspace_id: workspaceId }) },
  })
  const answer = { type: 'two_factor_required' as const, challenge, expires_at: guest.now + CODE_WITHIN }
  return { token: undefined, answer }
}

async function letIn(tx: Tx, guest: Guest, arrival: Parameters<typeof beginSession>[2]) {
  const { token, workspaceId } = await beginSession(tx, guest, arrival)
  return { token, answer: { type: 'signed_in' as const, workspace_id: workspaceId } }
}

/** An address where somebody has signed in before is not slowed down by what others try elsewhere. */
async function limitsFor(
  database: Lanes,
  { ip, now }: Guest,
  email: string,
  account: AccountRow | undefined,
): Promise<Limit[]> {
  const own = [limits.accountHere(email, ip), limits.address(ip)]
  const known = account && ip !== undefined && (await hasSignedInFrom(database.read, account.id, ip, now))
  return known ? own : [...own, limits.accountAnywhere(email)]
}

/** Tells the workspaces of an account that somebody failed to sign in to it. */
async function logFailure(tx: Tx, guest: Guest, account: AccountRow): Promise<void> {
  for (const membership of await workspacesOf(tx, account.id)) {
    const actor = actorAs(membership, { id: 0, accountId: account.id }, guest)
    const description = 'Failed to sign in: the password was wrong.'
    await logActivity(tx, actor, { type: 'admin_login_failure', description, metadata: {} })
  }
}
