import {
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from 'playwright-core'
import { afterAll, afterEach, beforeEach } from 'vitest'
import { chromium } from './chromium.ts'

/** A page somebody looks at, and what went wrong while they did. */
export interface Visit {
  page: Page
  /** Errors and warnings of the console, and requests that failed or were refused. */
  complaints: string[]
  /** The origins that anything was asked of. */
  origins: Set<string>
}

/**
 * Starts a browser for a test file, closed after it. Every visit has a context of its own, which is closed with the story it is part of: a
 * page that stays open goes on hearing of what happens in all later ones. What is opened before the first story stays.
 */
export async function startBrowser(): Promise<(url: string, look?: BrowserContextOptions) => Promise<Visit>> {
  const browser = await playwright.launch(await chromium())
  let open: BrowserContext[] = []
  beforeEach(() => {
    open = []
  })
  afterEach(async ({ task }) => {
    const [error] = task.result?.errors ?? []
    if (error) {
      const told = `\n\nOn the screen:\n${await onScreen(open)}`
      error.message += told
      error.stack &&= error.stack + told
    }
    await Promise.all(open.map(context => context.close()))
  })
  afterAll(() => browser.close())
  return async (url, look) => {
    const context = await browser.newContext(look)
    open.push(context)
    return visit(context, url)
  }
}

/** What stands in pages at the end of a story, for whoever reads of a failure on a machine they do not see. */
async function onScreen(contexts: BrowserContext[]): Promise<string> {
  const pages = contexts.flatMap(context => context.pages())
  const told = pages.map(async page => {
    const focused = await page.evaluate<string>('document.activeElement?.outerHTML.slice(0, 200)')
    const outline = await page.locator('body').ariaSnapshot({ timeout: 2_000 })
    return `${page.url()}\nfocus: ${focused}\n${outline.slice(0, 4_000)}`
  })
  return (await Promise.all(told.map(each => each.catch(String)))).join('\n\n')
}

async function visit(context: BrowserContext, url: string): Promise<Visit> {
  // Less than the slowest test may take, so that it fails with the name of what was waited for.
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const complaints: string[] = []
  const origins = new Set<string>()
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('requestfailed', request => {
    // A page that is left gives up what it was still asking for.
    const why = request.failure()?.errorText
    if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()} failed: ${why}`)
  })
  page.on('response', response => {
    if (response.status() >= 400) complaints.push(`${response.url()} answers ${response.status()}`)
  })
  page.on('request', request => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http')) origins.add(origin)
  })
  await page.goto(url)
  return { page, complaints, origins }
}
