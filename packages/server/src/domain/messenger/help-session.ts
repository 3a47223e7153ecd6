import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { contactActor } from './messenger-actor.ts'
import { endSession, insertSession, selectMessengerCredential } from './session.sql.ts'
import { hashMessengerToken, newMessengerToken } from './token.ts'

/** For how long somebody stays signed in at a help center, in seconds. */
export const HELP_SESSION = 7 * 86_400

/** Lets a contact in who has shown who they are. Returns what their browser keeps. */
export async function openHelpSession(tx: Tx, actor: Actor, contactId: string): Promise<string> {
  const token = newMessengerToken()
  await insertSession(tx, actor.workspace.id, {
    ...{ hash: hashMessengerToken(token), contact_id: contactId, verified: true, platform: 'help' },
    ...{ now: actor.now, expires_at: actor.now + HELP_SESSION },
  })
  return token
}

/** Who a browser is by what it keeps; nobody where that is of another workspace, of a messenger, or over. */
export async function findHelpReader(db: Tx, actor: Actor, token: string): Promise<Actor | undefined> {
  const found = await selectMessengerCredential(db, hashMessengerToken(token), actor.now)
  if (found?.workspace.id !== actor.workspace.id || found.platform !== 'help') return undefined
  return contactActor(found, { ...actor, userAgent: undefined })
}

/** Ends the session of somebody who is signed in at a help center. */
export const endHelpSession = (tx: Tx, actor: Actor): Promise<void> =>
  actor.contact ? endSession(tx, actor.workspace.id, actor.contact.sessionId, actor.now) : Promise.resolve()
