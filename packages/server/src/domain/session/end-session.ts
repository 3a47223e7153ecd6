import { problem } from '@guichet/contract/errors.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import { append } from '../../events/append.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { loggedOut } from './session.events.ts'
import { reachOf, requireSession } from './session.policy.ts'
import { type Ending, markEnded, notifySessions } from './session.sql.ts'

/** Where nodes hear of sessions to forget: the payload is a hash in hex, or nothing for all of them. */
export const SESSION_CHANNEL = 'guichet_sessions'

/** Ends a session of the actor's account, or the actor's own when no id is given. 404 for one that is not theirs, or over. */
export async function endSession(tx: Tx, actor: Actor, id?: string): Promise<void> {
  const own = requireSession(actor)
  const ended = await byNumericId(id ?? own.id, only =>
    endSessions(tx, { accountId: own.accountId, within: reachOf(actor), only }, own.now),
  )
  if (!ended) throw problem(signInErrors.sessionNotFound)
  if (id !== undefined && id !== String(own.id)) return
  await append(tx, actor, loggedOut(actor.adminId))
  await logActivity(tx, actor, { type: 'admin_logout', description: 'Signed out.' })
}

/** Ends every session of the actor's account but the actor's own. */
export async function endOtherSessions(tx: Tx, actor: Actor): Promise<void> {
  const { accountId, id, now } = requireSession(actor)
  await endSessions(tx, { accountId, within: reachOf(actor), except: id }, now)
}

/** Ends every session of an account or of a teammate. */
export const endSessionsOf = (
  tx: Tx,
  whose: Pick<Ending, 'accountId' | 'teammate' | 'except'>,
  now: number,
): Promise<number> => endSessions(tx, whose, now)

/** Ends one session of a workspace, whoever's it is; how many ended. */
export const endSessionWithin = (tx: Tx, workspaceId: string, only: number, now: number): Promise<number> =>
  endSessions(tx, { within: workspaceId, only }, now)

/** Has every node look its sessions up again: for what a session is let in as, when that changes. */
export const forgetSessions = (tx: Tx): Promise<void> => notifySessions(tx, SESSION_CHANNEL, '')

async function endSessions(tx: Tx, ending: Ending, now: number): Promise<number> {
  const hashes = await markEnded(tx, ending, now)
  for (const hash of hashes) await notifySessions(tx, SESSION_CHANNEL, hash.toString('hex'))
  return hashes.length
}
