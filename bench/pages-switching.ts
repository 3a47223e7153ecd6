import type { Page } from 'playwright-core'
import { openApp, type PagesBench, row, until } from './pages-bench.ts'

/** What is to be reached, in milliseconds. */
const LIMIT = 100

/**
 * Measures a switch by the browser's own clock: from the press of the key, or the click, to when the frame has been painted in which
 * another conversation's messages stand.
 */
const WATCH = `(() => {
  const thread = () => document.querySelector('section[aria-label="Messages"]')
  let began, before
  const begin = at => {
    began = at
    before = thread()
  }
  addEventListener('keydown', event => event.key === 'j' && begin(event.timeStamp), true)
  addEventListener('click', event => begin(event.timeStamp), true)
  new MutationObserver(() => {
    const now = thread()
    if (began === undefined || !now || now === before || !now.querySelector('[data-part]')) return
    const start = began
    began = undefined
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => performance.measure('switch', { start, end: performance.now() })
      port2.postMessage(0)
    })
  }).observe(document, { childList: true, subtree: true })
})()`

/** From one conversation to another: to the next, which is there before the key is pressed, and to one that nobody could foresee. */
export async function measureSwitching(bench: PagesBench): Promise<string[]> {
  const page = await openApp(bench, '/inbox/all', WATCH)
  const quiet = quietOf(page)
  await page.getByRole('list', { name: 'All' }).getByRole('link').first().waitFor()
  // The first ones load the editor, and compile what all others run.
  for (let n = 0; n < 5; n += 1) await pressNext(page, quiet)
  await page.evaluate('performance.clearMeasures()')
  for (let n = 0; n < bench.times; n += 1) await pressNext(page, quiet)
  const warm = await measured(page)
  await page.evaluate('performance.clearMeasures()')
  for (let n = 0; n < Math.ceil(bench.times / 4); n += 1) await clickFar(page, quiet)
  const cold = await measured(page)
  await page.close()
  return [
    row('switching to the next conversation', warm, { limit: LIMIT }),
    row('switching to one that is not near', cold, { limit: LIMIT }),
  ]
}

async function pressNext(page: Page, quiet: () => Promise<void>): Promise<void> {
  const before = (await measured(page)).length
  await page.keyboard.press('j')
  await until(page, `performance.getEntriesByName('switch').length > ${before}`)
  await quiet()
}

/** The last line that is drawn, below what one sees: no pointer was near it, and it is no neighbour. */
async function clickFar(page: Page, quiet: () => Promise<void>): Promise<void> {
  const before = (await measured(page)).length
  await page.evaluate(
    `[...document.querySelectorAll('main section li > a')].toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).at(-1).click()`,
  )
  await until(page, `performance.getEntriesByName('switch').length > ${before}`)
  await quiet()
}

const measured = (page: Page) =>
  page.evaluate<number[]>("performance.getEntriesByName('switch').map(({ duration }) => duration)")

/** Waits until nothing is asked for any more and the page has nothing to do, as when somebody reads. */
function quietOf(page: Page): () => Promise<void> {
  const asking = new Set<unknown>()
  page.on('request', request => !request.url().includes('/app/api/stream') && asking.add(request))
  page.on('requestfinished', request => asking.delete(request))
  page.on('requestfailed', request => asking.delete(request))
  return async () => {
    for (let still = 0; still < 3; still = asking.size === 0 ? still + 1 : 0)
      await page.evaluate('new Promise(done => requestIdleCallback(() => setTimeout(done, 50)))')
  }
}
