import { IntercomClient } from 'intercom-client'
import type { TestWorkspace } from './guichet.ts'

/** The official client, pointed at a test server by its own option and at its own default version. */
export function officialClient(origin: string, { token }: Pick<TestWorkspace, 'token'>): IntercomClient {
  return new IntercomClient({ token, baseUrl: origin })
}

/** Everything an iterator of the client yields. */
export async function collect<T>(pages: AsyncIterable<T> | PromiseLike<AsyncIterable<T>>): Promise<T[]> {
  const items: T[] = []
  for await (const item of await pages) items.push(item)
  return items
}

interface Page<T> {
  data: T[]
  hasNextPage(): boolean
  getNextPage(): Promise<Page<T>>
}

/** The same, by asking for one page after the other. */
export async function collectByPage<T>(first: PromiseLike<Page<T>>): Promise<T[]> {
  let page = await first
  const items = [...page.data]
  while (page.hasNextPage()) {
    page = await page.getNextPage()
    items.push(...page.data)
  }
  return items
}
