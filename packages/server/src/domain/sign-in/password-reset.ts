import { problem } from '@guichet/contract/errors.ts'
import type { PasswordReset } from '@guichet/contract/models/sign-in.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Lanes, Tx } from '../../db/database.ts'
import {
  changePassword,
  findAccount,
  findAccountByEmail,
  plainEmail,
  workspacesOf,
} from '../account/index.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Guest } from '../actor.ts'
import { limits, takeAttempt } from '../attempt/index.ts'
import { dropTokens, findToken, issueOneTimeToken, spendToken } from '../one-time-token/index.ts'
import { enqueueMail } from '../outgoing/index.ts'
import { actorAs, endSessionsOf } from '../session/index.ts'
import { type MailLanguage, mailLanguageOf } from '../workspace-settings/index.ts'
import { enter, type SignInOutcome } from './sign-in.ts'

/** How long a link is good for, in seconds. */
const LIFETIME = 3600

/** Mails a link to set a new password, where the address has an account: who asks is not told. */
export async function requestPasswordReset(database: Lanes, guest: Guest, email: string): Promise<void> {
  await takeAttempt(database, [limits.address(guest.ip)], guest.now)
  const withinLimit = await takeAttempt(database, [limits.reset(plainEmail(email))], guest.now).then(
    () => true,
    () => false,
  )
  await database.transaction(async tx => {
    const account = await findAccountByEmail(tx, email)
    const [membership] = account ? await workspacesOf(tx, account.id) : []
    if (!account || !membership || !withinLimit) return
    const actor = actorAs(membership, { id: 0, accountId: account.id }, guest)
    const token = await issueOneTimeToken(tx, {
      ...{ kind: 'password_reset', accountId: account.id, now: guest.now, lifetime: LIFETIME },
    })
    const language = await mailLanguageOf(tx, actor.workspace.id)
    await enqueueMail(tx, actor, {
      ...{ kind: 'sign_in', to: [{ address: account.email, name: account.name }], fromName: 'Guichet' },
      ...letter[language](`${guest.origin}/app/password_reset?token=${token}`),
      confidential: true,
    })
    const description = 'A link to set a new password was asked for.'
    await logActivity(tx, actor, { type: 'admin_password_reset_request', description })
  }, guest.now)
}

/** Whose password a link sets; 404 for a link that is none any more. */
export async function findPasswordReset(
  tx: Tx,
  guest: Guest,
  token: string,
): Promise<Static<typeof PasswordReset>> {
  const { accountId = 0, expiresAt } = await findToken(tx, token, 'password_reset', guest.now)
  const { email } = await findAccount(tx, accountId)
  return { type: 'password_reset', email, expires_at: expiresAt }
}

/** Sets a new password by a link, once, ends all sessions of the account, and lets its owner in. 422 for a weak one. */
export function resetPassword(
  database: Lanes,
  guest: Guest,
  { token, password }: { token: string; password: string },
): Promise<SignInOutcome> {
  return database.transaction(async tx => {
    const { accountId } = await findToken(tx, token, 'password_reset', guest.now)
    if (accountId === undefined) throw problem(signInErrors.linkUnknown)
    await spendToken(tx, token, guest.now)
    await changePassword(tx, accountId, password, guest.now)
    await dropTokens(tx, { kind: 'password_reset', accountId })
    await endSessionsOf(tx, { accountId }, guest.now)
    const account = await findAccount(tx, accountId)
    const [membership] = await workspacesOf(tx, accountId)
    if (membership) {
      const actor = actorAs(membership, { id: 0, accountId }, guest)
      await logActivity(tx, actor, {
        ...{ type: 'admin_password_reset_success', description: 'Set a new password by a mailed link.' },
      })
    }
    return enter(tx, guest, { account, method: 'password' })
  }, guest.now)
}

/** What is mailed, in the language of the workspace that the account was last in. */
const letter: Record<MailLanguage, (link: string) => { subject: string; text: string }> = {
  en: link => ({
    subject: 'Set a new password',
    text: [
      'Somebody, you we hope, asked for a new password for your account.',
      `To set one, open this link within an hour. It works once.\n\n${link}`,
      'If that was not you, there is nothing to do: your password stays what it is.',
    ].join('\n\n'),
  }),
  fr: link => ({
    subject: 'Choisissez un nouveau mot de passe',
    text: [
      'Quelqu’un, vous espérons-le, a demandé un nouveau mot de passe pour votre compte.',
      `Pour le choisir, ouvrez ce lien dans l’heure. Il ne sert qu’une fois.\n\n${link}`,
      'Si ce n’était pas vous, vous n’avez rien à faire : votre mot de passe reste le même.',
    ].join('\n\n'),
  }),
}
