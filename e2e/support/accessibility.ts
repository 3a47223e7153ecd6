import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong with a page: the rule, and where it is broken. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  // What is right is not described: that takes most of the time.
  const found = await page.evaluate<axe.AxeResults>("axe.run({ resultTypes: ['violations'] })")
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
