import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What axe finds wrong with a page: the rule, and where it is broken. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  // What is right is not described: that takes most of the time.
  const found = await page.evaluate<axe.AxeResults>("axe.run({ resultTypes: ['violations'] })")
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Sees that axe finds nothing wrong with a page, once that has come to rest. */
export const isAccessible = (page: Page, name: string = page.url()): Promise<void> =>
  expect.poll(() => violations(page), { interval: 200, message: name }).toEqual([])
