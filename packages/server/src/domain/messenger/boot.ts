import { errors, problem } from '@guichet/contract/errors.ts'
import type { Booted, BootRequest } from '@guichet/contract/operations/messenger/sessions.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import type { Actor, Guest } from '../actor.ts'
import { requireContact, touchContacts } from '../contact/index.ts'
import { describePerson } from './describe-person.ts'
import { type Identity, readIdentity } from './identity.ts'
import { hostActor } from './messenger-actor.ts'
import { countOwnUnread } from './own-messages.ts'
import { personOf } from './person.ts'
import { viewPerson } from './person.view.ts'
import {
  endSession,
  insertSession,
  type MessengerCredential,
  type Platform,
  selectMessengerCredential,
  selectMessengerHome,
  updateSession,
} from './session.sql.ts'
import { settingsFor } from './settings.ts'
import { hashMessengerToken, newMessengerToken } from './token.ts'

type Request = Static<typeof BootRequest>

/**
 * Somebody's messenger starts: they are known by who they say they are, else by the session their browser kept, else they are a
 * new visitor. What a visitor or lead of the browser had goes to the user they turn out to be. 404 for no such workspace, 403
 * for an identity that is not proven where it has to be. Global: the workspace is the one that the request names.
 */
export async function bootMessenger(
  tx: Tx,
  guest: Guest,
  { request, secrets }: { request: Request; secrets: SecretBox },
): Promise<Static<typeof Booted>> {
  const home = await selectMessengerHome(tx, request.app_id)
  if (!home) throw problem(errors.messengerUnknown)
  const actor = hostActor(home, guest)
  const platform = request.platform ?? 'web'
  const userData = request.user_data ?? {}
  const identity = await readIdentity(tx, actor, { userData, platform, enforced: home.enforced, secrets })
  const kept = await keptSession(tx, actor, request.session)
  const person = await personOf(tx, actor, { identity, kept })
  await describePerson(tx, actor, {
    ...{ contactId: person.id, role: person.role },
    data: { ...userData, ...identity?.vouched },
  })
  await touchContacts(tx, actor, [person.id], { last_seen_at: actor.now, last_request_at: actor.now })
  const { id: workspaceId } = actor.workspace
  const session = await openSession(tx, actor, { kept, identity, platform, contactId: person.id, request })
  const contact = await requireContact(tx, actor, person.id)
  return {
    type: 'messenger_session',
    ...session,
    contact: viewPerson(contact),
    settings: await settingsFor(tx, actor, contact),
    unread_count: await countOwnUnread(tx, workspaceId, person.id),
  }
}

/** The session a browser kept, if it is of this workspace and still lives. */
async function keptSession(
  tx: Tx,
  actor: Actor,
  token: string | undefined,
): Promise<MessengerCredential | undefined> {
  if (token === undefined) return undefined
  const found = await selectMessengerCredential(tx, hashMessengerToken(token), actor.now)
  return found?.workspace.id === actor.workspace.id ? found : undefined
}

interface Opening {
  kept: MessengerCredential | undefined
  identity: Identity | undefined
  platform: Platform
  contactId: string
  request: Request
}

/** The session goes on where it is of the same person; somebody else gets one of their own. */
async function openSession(tx: Tx, actor: Actor, opening: Opening) {
  const { kept, identity, platform, contactId, request } = opening
  const verified = identity?.verified ?? kept?.verified ?? false
  const expires_at = actor.now + (identity || kept?.verified ? identifiedFor(request) : VISITORS_SECONDS)
  const { id: workspaceId } = actor.workspace
  if (kept && kept.contactId === contactId && kept.verified === verified && request.session) {
    const { now: last_seen_at } = actor
    await updateSession(tx, workspaceId, kept.sessionId, {
      contact_id: contactId,
      verified,
      last_seen_at,
      expires_at,
    })
    return { session: request.session, expires_at }
  }
  if (kept) await endSession(tx, workspaceId, kept.sessionId, actor.now)
  const session = newMessengerToken()
  const row = {
    hash: hashMessengerToken(session),
    contact_id: contactId,
    verified,
    platform,
    now: actor.now,
    expires_at,
  }
  await insertSession(tx, workspaceId, row)
  return { session, expires_at }
}

/** Somebody known is so for a week at most (behaviour.md 10.4), or for as long as the page says. */
function identifiedFor({ user_data }: Request): number {
  const asked = Number(user_data?.['session_duration'])
  return asked > 0 ? Math.min(Math.ceil(asked / 1000), WEEK) : WEEK
}

const WEEK = 7 * 24 * 3600
const VISITORS_SECONDS = 270 * 24 * 3600

/** Ends a session: the browser is a stranger's again. */
export const endMessenger = (tx: Tx, actor: Actor): Promise<void> =>
  actor.contact ? endSession(tx, actor.workspace.id, actor.contact.sessionId, actor.now) : Promise.resolve()
