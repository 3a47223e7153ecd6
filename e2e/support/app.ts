import type { Role } from '@guichet/contract/roles.ts'
import { buildApp } from '@guichet/inbox/build.ts'
import { buildMessenger } from '@guichet/messenger/build.ts'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { vi } from 'vitest'
import { beginSession } from '../../packages/server/src/domain/session/index.ts'
import { type Guichet, startGuichet } from '../../packages/server/test/support/guichet.ts'
import { buildMember, type Member } from '../../packages/server/test/support/members.ts'

/** The four ways of looking at a page that every one of them is held against. */
export const looks = [
  { locale: 'en-GB', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { locale: 'en-GB', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  { locale: 'fr-FR', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  { locale: 'fr-FR', colorScheme: 'light', viewport: { width: 360, height: 740 } },
] as const

/** How a look is told in the name of a test. */
export const nameOf = ({ locale, colorScheme, viewport }: (typeof looks)[number]): string =>
  `${locale}, ${colorScheme}, ${viewport.width} wide`

/** Whether the page has chosen, or been told, the dark scheme. */
export const isDark = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const probe = document.createElement('span')
    probe.style.color = 'light-dark(rgb(0, 0, 0), rgb(255, 255, 255))'
    document.documentElement.append(probe)
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color === 'rgb(255, 255, 255)'
  })()`)

/** A server for a test file that serves the app as its sources are now. */
export async function startApp(env: Record<string, string> = {}): Promise<Guichet> {
  // A browser, a server and a database share the machine, and a reply waits for its undo to pass.
  vi.setConfig({ testTimeout: 60_000 })
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
