import { verify } from 'otplib'
import type { Tx } from '../../db/database.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import { type AccountRow, findAccount } from '../account/index.ts'
import { hashToken } from '../token/index.ts'
import { takeStep, useCode } from './two-factor.sql.ts'

/** What the secrets of authenticators are sealed for. */
export const TOTP = 'totp secret'

/** Takes a code of the authenticator, of this period or the ones beside it, or a recovery code: each once. */
export async function acceptCode(
  tx: Tx,
  { accountId, code, secrets, now }: { accountId: number; code: string; secrets: SecretBox; now: number },
): Promise<boolean> {
  const given = code.replace(/[\s-]/g, '').toLowerCase()
  const account = await findAccount(tx, accountId)
  if (account.totp_confirmed_at === null) return false
  if (!/^\d{6}$/.test(given)) return useCode(tx, accountId, hashToken(given), now)
  return acceptTotp(tx, account, { code: given, secrets, now })
}

/** Takes a code by the secret an account has, confirmed or not. */
export async function acceptTotp(
  tx: Tx,
  account: AccountRow,
  { code, secrets, now }: { code: string; secrets: SecretBox; now: number },
): Promise<boolean> {
  const given = code.replace(/\s/g, '')
  if (account.totp_secret === null || !/^\d{6}$/.test(given)) return false
  const secret = await secrets.open(account.totp_secret, TOTP)
  const result = await verify({ secret, token: given, epoch: now, epochTolerance: PERIOD })
  return result.valid && takeStep(tx, account.id, Math.floor(now / PERIOD) + result.delta)
}

const PERIOD = 30
