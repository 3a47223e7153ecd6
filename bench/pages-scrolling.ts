import { openApp, type PagesBench } from './pages-bench.ts'
import { percentile } from './percentiles.ts'

/** A frame at 60 a second, in milliseconds, and what the clock of the browser may be off by. */
const FRAME = 1000 / 60
const OFF = 1

/** So many pixels a frame: three lines, or 180 of them a second. */
const STEP = 216

/** Scrolls the list frame by frame until so many lines have gone by, and keeps how long each frame took. */
const scrolling = (rows: number) => `new Promise(done => {
  const list = document.querySelector('ul[aria-label="All"]').parentElement
  const frames = []
  let [last, stuck] = [performance.now(), 0]
  const next = () => {
    const now = performance.now()
    frames.push(now - last)
    last = now
    const before = list.scrollTop
    list.scrollTop += ${STEP}
    stuck = list.scrollTop === before ? stuck + 1 : 0
    const rows = Math.round((list.scrollTop + list.clientHeight) / 72)
    if (rows >= ${rows} || stuck > 300) done({ frames: frames.slice(1), rows, waited: stuck > 300 })
    else requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
})`

interface Scrolled {
  frames: number[]
  rows: number
}

/** Down a long list, which loads as one scrolls; and up and down once more through what is loaded. */
export async function measureScrolling(bench: PagesBench): Promise<string[]> {
  const page = await openApp(bench, '/inbox/all', '')
  await page.getByRole('list', { name: 'All' }).getByRole('link').first().waitFor()
  const loading = await page.evaluate<Scrolled>(scrolling(bench.rows))
  await page.evaluate(`document.querySelector('ul[aria-label="All"]').parentElement.scrollTop = 0`)
  const loaded = await page.evaluate<Scrolled>(scrolling(loading.rows))
  await page.close()
  return [line('scrolling, while it loads', loading), line('scrolling, all loaded', loaded)]
}

function line(what: string, { frames, rows }: Scrolled): string {
  const inTime = frames.filter(ms => ms <= FRAME + OFF).length / frames.length
  const cells = [
    `${what} (${rows.toLocaleString('en')} lines, ${frames.length} frames)`,
    ...[percentile(frames, 0.5), percentile(frames, 0.95), Math.max(...frames)].map(
      ms => `${ms.toFixed(1)} ms`,
    ),
    '16.7 ms a frame',
    `${(inTime * 100).toFixed(1)} % of frames in time`,
    '–',
  ]
  return `| ${cells.join(' | ')} |`
}
