import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core'
import type { Entered } from './enter.ts'
import type { Volume } from './load-data.ts'
import { percentile } from './percentiles.ts'

/** What the pages are measured with. */
export interface PagesBench {
  origin: string
  entered: Entered
  browser: Browser
  of: Volume
  times: number
  rows: number
}

/** A page of the app, for a teammate who is signed in, with a script that runs before any of its own. */
export async function openApp(
  { browser, origin, entered }: PagesBench,
  path: string,
  script: string,
): Promise<Page> {
  const cookie = { name: 'guichet_session', value: entered.session, domain: '127.0.0.1', path: '/' }
  const look: BrowserContextOptions = {
    ...{ locale: 'en-GB', viewport: { width: 1440, height: 900 } },
    storageState: {
      cookies: [{ ...cookie, expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' }],
      origins: [],
    },
  }
  const context = await browser.newContext(look)
  await context.addInitScript(script)
  const page = await context.newPage()
  await page.goto(`${origin}/app${path}`)
  return page
}

/** Asks a page again and again until what it is asked is something; it may not look by itself, for its policy lets no text be run. */
export async function until(where: Page | Frame, expression: string): Promise<number> {
  for (const end = performance.now() + 30_000; performance.now() < end; await delay(10)) {
    const value = await where.evaluate<number | boolean | undefined>(expression)
    if (value) return Number(value)
  }
  throw new Error(`nothing came of ${expression}`)
}

/** One line of the table; times in milliseconds. */
export function row(
  what: string,
  ms: number[],
  { limit, bare }: { limit: number | undefined; bare?: number[] },
): string {
  const [p50, p95] = [percentile(ms, 0.5), percentile(ms, 0.95)]
  const cells = [
    `${what} (${ms.length})`,
    ...[p50, p95, Math.max(...ms)].map(value => `${value.toFixed(1)} ms`),
    limit === undefined ? '–' : `${limit} ms`,
    bare ? `${percentile(bare, 0.5).toFixed(1)} / ${percentile(bare, 0.95).toFixed(1)} ms` : '–',
    bare && percentile(bare, 0.95) > 0 ? (p95 / percentile(bare, 0.95)).toFixed(1) : '–',
  ]
  return `| ${cells.join(' | ')} |`
}
