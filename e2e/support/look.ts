import type { Page, ViewportSize } from 'playwright-core'
import { expect } from 'vitest'
import { isAccessible } from './accessibility.ts'

/** A way of looking at a page. */
interface Look {
  locale: string
  colorScheme: 'light' | 'dark'
  viewport: ViewportSize
}

/** The four ways of looking at a page that every one of them is held against. */
export const looks = [
  { locale: 'en-GB', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { locale: 'en-GB', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  { locale: 'fr-FR', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  { locale: 'fr-FR', colorScheme: 'light', viewport: { width: 360, height: 740 } },
] as const satisfies readonly Look[]

/** How a look is told in the name of a test. */
export const nameOf = ({ locale, colorScheme, viewport }: Look): string =>
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

/**
 * Sees that a page, once nothing moves in it, fits its window and that axe finds nothing wrong with it. Keeps a picture of it where
 * `GUICHET_PICTURES` names a folder.
 */
export async function readsWell(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.evaluate<boolean>(IS_STILL), { message: name }).toBe(true)
  await keepPicture(page, name)
  const { width } = page.viewportSize() as ViewportSize
  await expect
    .poll(() => page.evaluate<number>('document.documentElement.scrollWidth'), { message: name })
    .toBe(width)
  await isAccessible(page, name)
}

/** Nothing moves, but for what turns for ever. */
const IS_STILL = `document.getAnimations().every(each =>
  each.playState !== 'running' || each.effect.getTiming().iterations === Infinity)`

/** Keeps a picture of a page, for whoever wants to see it. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['GUICHET_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/${name.replace(/\W+/g, '-')}.png`, fullPage: true })
}

/** Goes to a path of the app as a link in it does, without loading everything anew, until what is there is shown. */
export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate(`__TSR_ROUTER__.history.push(${JSON.stringify(path)})`)
  await expect.poll(() => page.evaluate<boolean>(HAS_ARRIVED)).toBe(true)
}

/** The router shows where it was sent. */
const HAS_ARRIVED = `(({ status, location, resolvedLocation }) =>
  status === 'idle' && location.href === resolvedLocation?.href)(__TSR_ROUTER__.state)`
