import { randomInt } from 'node:crypto'
import { problem } from '@guichet/contract/errors.ts'
import type { RecoveryCodes, TwoFactor, TwoFactorSecret } from '@guichet/contract/models/sign-in.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import { generateSecret, generateURI } from 'otplib'
import { toString as draw } from 'qrcode'
import type { Tx } from '../../db/database.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import { findAccount } from '../account/index.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { endOtherSessions, forgetSessions, requireOwnAccount, requireSession } from '../session/index.ts'
import { signInPolicyOf } from '../sign-in-settings/index.ts'
import { hashToken } from '../token/index.ts'
import { acceptCode, acceptTotp, TOTP } from './accept-code.ts'
import { countCodes, replaceCodes, updateSecret } from './two-factor.sql.ts'

interface Coded {
  code: string
  secrets: SecretBox
}

/** How the second factor of whoever is signed in stands. */
export async function findTwoFactor(tx: Tx, actor: Actor): Promise<Static<typeof TwoFactor>> {
  const { accountId } = requireSession(actor)
  const [account, policy, left] = await Promise.all([
    findAccount(tx, accountId),
    signInPolicyOf(tx, actor.workspace.id),
    countCodes(tx, accountId),
  ])
  return {
    ...{ type: 'two_factor', enabled: account.totp_confirmed_at !== null },
    ...{ required: policy.twoFactorRequired, recovery_codes_left: left },
  }
}

/** Makes a secret for an authenticator. Nothing is asked for it until a code confirms it. 409 where one is confirmed. */
export async function beginTwoFactor(
  tx: Tx,
  actor: Actor,
  secrets: SecretBox,
): Promise<Static<typeof TwoFactorSecret>> {
  const { accountId, now } = requireOwnAccount(actor)
  const account = await findAccount(tx, accountId)
  if (account.totp_confirmed_at !== null) throw problem(signInErrors.twoFactorThere)
  const secret = generateSecret()
  const sealed = await secrets.seal(secret, TOTP)
  await updateSecret(tx, accountId, { totp_secret: sealed, totp_last_step: null }, now)
  const uri = generateURI({ issuer: 'Guichet', label: account.email, secret })
  return { type: 'two_factor_secret', secret, uri, qr_svg: await draw(uri, { type: 'svg', margin: 1 }) }
}

/** Confirms the secret by a code of it, ends the other sessions, and gives recovery codes, this once. 422 for a wrong code. */
export async function confirmTwoFactor(
  tx: Tx,
  actor: Actor,
  { code, secrets }: Coded,
): Promise<Static<typeof RecoveryCodes>> {
  const { accountId, now } = requireOwnAccount(actor)
  const account = await findAccount(tx, accountId)
  if (account.totp_confirmed_at !== null) throw problem(signInErrors.twoFactorThere)
  if (account.totp_secret === null) throw problem(signInErrors.twoFactorMissing)
  if (!(await acceptTotp(tx, account, { code, secrets, now }))) throw problem(signInErrors.codeNotTaken)
  await updateSecret(tx, accountId, { totp_confirmed_at: now }, now)
  await endOtherSessions(tx, actor)
  await forgetSessions(tx)
  await told(tx, actor, 'on')
  return newCodes(tx, accountId)
}

/** New recovery codes in place of the old ones. 422 for a wrong code. */
export async function renewCodes(tx: Tx, actor: Actor, coded: Coded): Promise<Static<typeof RecoveryCodes>> {
  const accountId = await checkCode(tx, actor, coded)
  return newCodes(tx, accountId)
}

/** Does without a second factor. 422 for a wrong code; 409 where the workspace asks for one. */
export async function endTwoFactor(tx: Tx, actor: Actor, coded: Coded): Promise<void> {
  const { twoFactorRequired } = await signInPolicyOf(tx, actor.workspace.id)
  if (twoFactorRequired) throw problem(signInErrors.twoFactorAsked)
  const accountId = await checkCode(tx, actor, coded)
  await dropTwoFactor(tx, accountId, requireOwnAccount(actor).now)
  await told(tx, actor, 'off')
}

/** Forgets the secret and the recovery codes of an account. */
export async function dropTwoFactor(tx: Tx, accountId: number, now: number): Promise<void> {
  const none = { totp_secret: null, totp_confirmed_at: null, totp_last_step: null }
  await updateSecret(tx, accountId, none, now)
  await replaceCodes(tx, accountId, [])
}

async function checkCode(tx: Tx, actor: Actor, coded: Coded): Promise<number> {
  const { accountId, now } = requireOwnAccount(actor)
  if (!(await acceptCode(tx, { accountId, ...coded, now }))) throw problem(signInErrors.codeNotTaken)
  return accountId
}

async function newCodes(tx: Tx, accountId: number): Promise<Static<typeof RecoveryCodes>> {
  const codes = Array.from({ length: COUNT }, newCode)
  await replaceCodes(
    tx,
    accountId,
    codes.map(code => hashToken(code.replace('-', ''))),
  )
  return { type: 'recovery_codes', recovery_codes: codes }
}

const COUNT = 10

/** Fifty bits, without the letters that are mistaken for others, and always with one that no number has. */
function newCode(): string {
  const letters = Array.from({ length: 9 }, () => ALPHABET.charAt(randomInt(ALPHABET.length)))
  const text = `${ALPHABET.charAt(randomInt(22))}${letters.join('')}`
  return `${text.slice(0, 5)}-${text.slice(5)}`
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

const told = (tx: Tx, actor: Actor, state: 'on' | 'off'): Promise<void> =>
  logActivity(tx, actor, {
    type: 'admin_two_factor_auth_change',
    description: `Turned two-factor authentication ${state}.`,
    metadata: { two_factor_authentication: state },
  })
