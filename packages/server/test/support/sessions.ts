import { beginSession } from '../../src/domain/session/index.ts'
import type { Guichet } from './guichet.ts'
import type { Member } from './members.ts'

/** The token of a new session of a teammate. */
export async function sessionOf(
  { database, clock, origin }: Pick<Guichet, 'database' | 'clock' | 'origin'>,
  { accountId }: Pick<Member, 'accountId'>,
): Promise<string> {
  const guest = { now: clock.now(), origin, ip: '127.0.0.1', userAgent: 'a test', strict: false }
  const { token } = await database.transaction(tx =>
    beginSession(tx, guest, { accountId, method: 'password', secondFactor: true }),
  )
  return token
}
