import { isIPv6 } from 'node:net'
import { Problem } from '@guichet/contract/errors.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Lanes, Tx } from '../../db/database.ts'
import { countAttempt, deleteAttempts, deleteOld, selectWait, takeBack } from './attempt.sql.ts'

/** How often something may be tried: freely at first, then with waits that double. */
export interface Limit {
  /** Who is counted. */
  key: string
  /** How many attempts wait for nothing. */
  free: number
  /** The longest wait between two, in seconds. */
  longest: number
  /** After this long without an attempt, in seconds, all is forgotten. */
  window: number
}

const HOUR = 3600
const QUARTER = 900

/**
 * Somebody who guesses is slowed down where they are. An account is slowed down everywhere only after many failures, and
 * never for where its owner has signed in before: locking others out is not worth trying.
 */
export const limits = {
  accountHere: (email: string, ip: string | undefined): Limit => ({
    ...{ key: `account ${email} from ${networkOf(ip)}`, free: 5, longest: QUARTER, window: HOUR },
  }),
  accountAnywhere: (email: string): Limit => ({
    ...{ key: `account ${email}`, free: 50, longest: QUARTER, window: HOUR },
  }),
  address: (ip: string | undefined): Limit => ({
    ...{ key: `address ${networkOf(ip)}`, free: 50, longest: QUARTER, window: HOUR },
  }),
  code: (accountId: number): Limit => ({
    ...{ key: `code ${accountId}`, free: 10, longest: HOUR, window: 6 * HOUR },
  }),
  /** What a stranger writes on a page of a workspace. */
  contactForm: (workspaceId: string, ip: string | undefined): Limit => ({
    ...{
      key: `contact form of ${workspaceId} from ${networkOf(ip)}`,
      free: 5,
      longest: QUARTER,
      window: HOUR,
    },
  }),
  helpLink: (workspaceId: string, email: string): Limit => ({
    ...{ key: `help link of ${workspaceId} to ${email}`, free: 3, longest: HOUR, window: 6 * HOUR },
  }),
  reset: (email: string): Limit => ({ key: `reset ${email}`, free: 3, longest: HOUR, window: 6 * HOUR }),
}

/**
 * Counts an attempt before it is made, so that many at once are no way around. 429 with the wait for one too soon. One that
 * goes well is taken back by `forgiveAttempt`.
 */
export async function takeAttempt(database: Lanes, all: Limit[], now: number): Promise<void> {
  await database.transaction(async tx => {
    for (const limit of all.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
      if ((await countAttempt(tx, limit, now)) !== undefined) continue
      const wait = await selectWait(tx, limit, now)
      throw new Problem(signInErrors.tooManyAttempts, { headers: { 'retry-after': String(wait) } })
    }
  }, now)
}

/** Takes back the count of an attempt that went well; the first limit, which is the caller's own, is forgotten. */
export async function forgiveAttempt(tx: Tx, [own, ...others]: Limit[]): Promise<void> {
  if (own) await deleteAttempts(tx, [own.key])
  for (const { key } of others) await takeBack(tx, key)
}

/** Forgets the attempts of days ago. */
export const forgetAttempts = (tx: Tx, now: number): Promise<void> => deleteOld(tx, now - 24 * HOUR)

/** An address of IPv4, and of IPv6 the network that one household has. */
function networkOf(ip: string | undefined): string {
  if (ip === undefined) return 'nowhere'
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip.replace('::ffff:', '')
  const [head = '', tail] = ip.split('::')
  const groups = head.split(':').filter(Boolean)
  const known = tail === undefined ? groups : [...groups, '0', '0', '0', '0']
  return known.slice(0, 4).join(':')
}
