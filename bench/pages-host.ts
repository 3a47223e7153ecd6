import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { type PagesBench, row } from './pages-bench.ts'

/** What no task may take, in milliseconds. */
const LIMIT = 50

const WATCH = `
  window.long = [0]
  new PerformanceObserver(list => { for (const { duration } of list.getEntries()) long.push(duration) })
    .observe({ type: 'longtask', buffered: true })`

/**
 * The longest task of somebody else's page until our launcher stands there, and of the same page without us. The browser tells of those
 * above 50 ms alone: 0 says that there was none.
 */
export async function measureHost({ browser, origin, entered, times }: PagesBench): Promise<string[]> {
  const settings = JSON.stringify({ app_id: entered.workspaceId })
  const ours = `<script>window.intercomSettings = ${settings}</script><script async src="${origin}/messenger.js"></script>`
  const visits = Math.ceil(times / 4)
  const bare = await longestTasks(browser, '', visits)
  const longest = await longestTasks(browser, ours, visits)
  return [row('longest task of a host page, messenger unopened', longest, { limit: LIMIT, bare })]
}

async function longestTasks(browser: Browser, body: string, visits: number): Promise<number[]> {
  const shop = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><html lang="en"><title>Shop</title><main><h1>Shop</h1>${body}</main></html>`)
  }).listen(0, 'localhost')
  await once(shop, 'listening')
  const { port } = shop.address() as AddressInfo
  const longest: number[] = []
  for (let visit = 0; visit < visits; visit += 1) {
    const context = await browser.newContext({ locale: 'en-GB' })
    await context.addInitScript(WATCH)
    const page = await context.newPage()
    await page.goto(`http://localhost:${port}/`)
    if (body) await page.getByRole('button', { name: /Open the messenger/ }).waitFor()
    await page.waitForLoadState('networkidle')
    longest.push(await page.evaluate<number>('Math.max(...long)'))
    await context.close()
  }
  shop.closeAllConnections()
  shop.close()
  return longest
}
