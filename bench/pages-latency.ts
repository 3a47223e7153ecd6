import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { Frame, Page } from 'playwright-core'
import { openApp, type PagesBench, row, until } from './pages-bench.ts'

/** What is to be reached, in milliseconds. */
const LIMIT = 300

/** A reply waits so long in its page, so that it can be taken back: that is not counted. */
const UNDO_MS = 5_000

/**
 * Watches a page for words such as `customer-7`: when they were sent, which is at the press of Enter or, for what waits until it cannot
 * be taken back, when its request begins; and when the frame has been painted that shows them.
 */
const WATCH = `(() => {
  const now = () => performance.timeOrigin + performance.now()
  const sent = (window.benchSent = {})
  const seen = (window.benchSeen = {})
  const wordsIn = text => /(customer|teammate|echo)-\\d+/.exec(text ?? '')?.[0]
  addEventListener('keydown', event => {
    const words = event.key === 'Enter' && wordsIn(event.target.value ?? event.target.textContent)
    if (words && !words.startsWith('teammate')) sent[words] ??= now()
  }, true)
  const plain = window.fetch
  window.fetch = (...asked) => {
    const words = wordsIn(typeof asked[1]?.body === 'string' ? asked[1].body : '')
    if (words?.startsWith('teammate')) sent[words] ??= now()
    return plain(...asked)
  }
  const look = node => {
    const words = wordsIn(node.textContent)
    if (!words || words in seen || node.parentElement?.closest('[contenteditable], textarea')) return
    seen[words] = 0
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => (seen[words] = now())
      port2.postMessage(0)
    })
  }
  new MutationObserver(all => {
    for (const { type, target, addedNodes } of all)
      if (type === 'characterData') look(target)
      else for (const node of addedNodes) look(node)
  }).observe(document, { childList: true, subtree: true, characterData: true })
})()`

/** From the messenger to the inbox and back, beside what two pages reach that are told by a server that keeps nothing. */
export async function measureTelling(bench: PagesBench): Promise<string[]> {
  const bare = await measureEcho(bench)
  const context = await bench.browser.newContext({ locale: 'en-GB' })
  await context.addInitScript(WATCH)
  const shop = await context.newPage()
  await shop.goto(`${bench.origin}/demo?app=${bench.entered.workspaceId}`)
  await shop.getByRole('button', { name: 'Open the messenger' }).click()
  const panel = await panelOf(shop)
  await panel.getByRole('button', { name: /Send us a message/ }).click()
  await panel.getByRole('textbox', { name: 'Write a message' }).fill('Is anybody there?')
  await shop.keyboard.press('Enter')
  const inbox = await openApp(bench, '/inbox/all', WATCH)
  await inbox
    .getByRole('link', { name: /Is anybody there/ })
    .first()
    .click()
  await inbox.getByRole('textbox', { name: 'Your reply' }).waitFor()
  await inbox.waitForLoadState('load')
  const there = await written(bench.times, 'customer', {
    from: panel,
    typing: shop,
    to: inbox,
    field: 'Write a message',
  })
  const back = await replied(bench.times, { inbox, panel })
  await shop.close()
  await inbox.close()
  return [
    row('a message typed in the messenger shows in the inbox', there, { limit: LIMIT, bare }),
    row('a reply sent in the inbox shows in the messenger', back, { limit: LIMIT, bare }),
  ]
}

/** One after the other, each once the one before has been seen. */
async function written(
  times: number,
  who: string,
  { from, typing, to, field }: { from: Page | Frame; typing: Page; to: Page | Frame; field: string },
): Promise<number[]> {
  const ms: number[] = []
  const box = from.getByRole('textbox', ...(field ? [{ name: field }] : []))
  for (let n = 0; n < times; n += 1) {
    await box.focus()
    await typing.keyboard.type(`${who}-${n}`)
    await typing.keyboard.press('Enter')
    ms.push((await seenAt(to, `${who}-${n}`)) - (await sentAt(from, `${who}-${n}`)))
    await delay(100)
  }
  return ms
}

/** Written shortly after each other, and sent as each can no longer be taken back. */
async function replied(times: number, { inbox, panel }: { inbox: Page; panel: Frame }): Promise<number[]> {
  const box = inbox.getByRole('textbox', { name: 'Your reply' })
  for (let n = 0; n < times; n += 1) {
    await box.focus()
    await inbox.keyboard.type(`teammate-${n}`)
    await inbox.keyboard.press('Control+Enter')
    await delay(400)
  }
  await delay(UNDO_MS)
  const ms: number[] = []
  for (let n = 0; n < times; n += 1)
    ms.push((await seenAt(panel, `teammate-${n}`)) - (await sentAt(inbox, `teammate-${n}`)))
  return ms
}

const sentAt = (where: Page | Frame, words: string) =>
  where.evaluate<number>(`window.benchSent[${JSON.stringify(words)}]`)

const seenAt = (where: Page | Frame, words: string): Promise<number> =>
  until(where, `window.benchSeen[${JSON.stringify(words)}]`)

async function panelOf(page: Page): Promise<Frame> {
  for (;;) {
    const panel = page.frames().find(frame => frame.url().endsWith('/messenger/frame'))
    if (panel) {
      await panel.getByRole('heading', { level: 1 }).waitFor()
      return panel
    }
    await delay(50)
  }
}

const ECHOING = `
  const [input, shown] = [document.querySelector('input'), document.querySelector('p')]
  addEventListener('keydown', event => {
    if (event.key !== 'Enter') return
    fetch('/', { method: 'POST', body: input.value })
    input.value = ''
  })
  new EventSource('/stream').onmessage = ({ data }) => (shown.textContent = data)`

async function measureEcho({ browser, times }: PagesBench): Promise<number[]> {
  const child: ChildProcess = spawn(process.execPath, [new URL('./bare-echo.ts', import.meta.url).pathname], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [chunk] = child.stdout ? await once(child.stdout, 'data') : []
  try {
    const open = async () => {
      const context = await browser.newContext()
      await context.addInitScript(WATCH)
      const page = await context.newPage()
      await page.goto(`http://127.0.0.1:${Number(String(chunk))}`)
      await page.evaluate(`(() => {${ECHOING}})()`)
      return page
    }
    const [from, to] = [await open(), await open()]
    await delay(500)
    const ms = await written(times, 'echo', { from, typing: from, to, field: '' })
    await from.close()
    await to.close()
    return ms
  } finally {
    child.kill()
  }
}
