import { problem } from '@guichet/contract/errors.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Lanes, Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { limits, takeAttempt } from '../attempt/index.ts'
import { createLead, readEmail } from '../contact/index.ts'
import { mergeContacts } from '../merge/index.ts'
import { openHelpSession } from '../messenger/index.ts'
import { findToken, issueOneTimeToken, spendToken } from '../one-time-token/index.ts'
import { enqueueMail } from '../outgoing/index.ts'
import { systemActor } from '../system-actor.ts'
import { letterIn } from './letters.ts'
import { selectByAddress, selectOperatorId } from './reader-contacts.sql.ts'

/** How long a link is good for, in seconds. */
const LIFETIME = 3600

interface Asking {
  email: string
  /** The help center's. */
  name: string
  locale: string
  addressOf(token: string): string
}

/**
 * Mails a link to see what is one's own, where anybody is known by the address: who asks is not told. 400 for what is no address,
 * 429 for one who asks too often.
 */
export async function requestHelpLink(database: Lanes, actor: Actor, asking: Asking): Promise<void> {
  const email = readEmail(asking.email)
  const { id: workspaceId } = actor.workspace
  await takeAttempt(database, [limits.contactForm(workspaceId, actor.ip)], actor.now)
  const withinLimit = await takeAttempt(
    database,
    [limits.helpLink(workspaceId, email ?? '')],
    actor.now,
  ).then(
    () => true,
    () => false,
  )
  if (email === null || !withinLimit) return
  await database.transaction(async tx => {
    // A token for everybody: how long an answer takes tells nothing of who is known.
    const token = await issueOneTimeToken(tx, {
      ...{ kind: 'help_sign_in', workspaceId, data: { email }, now: actor.now, lifetime: LIFETIME },
    })
    const known = await selectByAddress(tx, workspaceId, email)
    if (known.length === 0) return
    const letter = letterIn(asking.locale, { name: asking.name, link: asking.addressOf(token) })
    await enqueueMail(tx, actor, {
      ...{ kind: 'help_sign_in', to: [{ address: email }], fromName: asking.name, ...letter },
      confidential: true,
    })
  }, actor.now)
}

/**
 * Lets somebody in by their link, once: as the user of its address, with whom the leads of the same address become one, else as the
 * lead who wrote last. Returns what their browser keeps. 404 for a link that is unknown, used up, expired or of another workspace.
 */
export function enterByHelpLink(database: Lanes, actor: Actor, token: string): Promise<string> {
  return database.transaction(async tx => {
    const { workspaceId, data } = await findToken(tx, token, 'help_sign_in', actor.now)
    if (workspaceId !== actor.workspace.id) throw problem(signInErrors.linkUnknown)
    await spendToken(tx, token, actor.now)
    const server = await serverOf(tx, actor)
    return openHelpSession(tx, server, await ownerOf(tx, server, String(data['email'])))
  }, actor.now)
}

async function ownerOf(tx: Tx, actor: Actor, email: string): Promise<string> {
  const [first, ...others] = await selectByAddress(tx, actor.workspace.id, email)
  if (!first) return createLead(tx, actor, { email })
  if (first.role === 'user')
    for (const { id, role } of others)
      if (role === 'lead')
        await mergeContacts(tx, actor, { from: id, into: first.id, skip_duplicate_validation: true })
  return first.id
}

/** The server acting for a reader nobody knows yet. */
export async function serverOf(tx: Tx, actor: Actor): Promise<Actor> {
  const operatorId = await selectOperatorId(tx, actor.workspace.id)
  return { ...systemActor({ ...actor, operatorId }), origin: actor.origin, ip: actor.ip }
}
