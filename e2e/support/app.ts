import type { Role } from '@guichet/contract/roles.ts'
import { buildApp } from '@guichet/inbox/build.ts'
import { buildMessenger } from '@guichet/messenger/build.ts'
import type { BrowserContextOptions } from 'playwright-core'
import { beginSession } from '../../packages/server/src/domain/session/index.ts'
import { type Guichet, startGuichet } from '../../packages/server/test/support/guichet.ts'
import { buildMember, type Member } from '../../packages/server/test/support/members.ts'

/** A server for a test file that serves the app as its sources are now. */
export async function startApp(env: Record<string, string> = {}): Promise<Guichet> {
  await Promise.all([buildApp(), buildMessenger()])
  return startGuichet(env)
}

/** A teammate in a role, and what a browser has to bring to be signed in as them. */
export async function teammate(
  guichet: Guichet,
  role: Role,
): Promise<Member & { look: BrowserContextOptions }> {
  const member = await buildMember(guichet, role)
  return { ...member, look: await lookOf(guichet, member) }
}

/** What a browser brings that somebody has signed in with. */
export async function lookOf(
  { database, clock, origin }: Guichet,
  { accountId }: Pick<Member, 'accountId'>,
): Promise<BrowserContextOptions> {
  const guest = { now: clock.now(), origin, ip: '127.0.0.1', userAgent: 'a test', strict: false }
  const { token } = await database.transaction(tx =>
    beginSession(tx, guest, { accountId, method: 'password', secondFactor: true }),
  )
  const cookie = { name: 'guichet_session', value: token, domain: '127.0.0.1', path: '/', expires: -1 }
  return {
    locale: 'en-GB',
    storageState: {
      cookies: [{ ...cookie, httpOnly: true, secure: false, sameSite: 'Lax' }],
      origins: [],
    },
  }
}
