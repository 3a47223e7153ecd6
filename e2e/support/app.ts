import { buildApp } from '@guichet/inbox/build.ts'
import type { Page } from 'playwright-core'
import { type Guichet, startGuichet } from '../../packages/server/test/support/guichet.ts'

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
  await buildApp()
  return startGuichet(env)
}
