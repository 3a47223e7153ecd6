import { type PagesBench, row } from './pages-bench.ts'

/** What is to be reached, in milliseconds. */
const LIMIT = 200

/** What somebody types: a word of every message, one of a single message, the beginning of one, several, and one that nobody said. */
const WORDS: ((n: number, parts: number) => string)[] = [
  () => 'thread',
  (n, parts) => String((n * 7919) % parts),
  n => `sente${'nce'.slice(0, n % 4)}`,
  (n, parts) => `thread ${(n * 104_729) % parts}`,
  n => `unheard${n}`,
  n => `"real sentence" ${n}`,
]

/** The first page of what was found, as the page of search asks for it. */
export async function measureSearch({ origin, entered, of, times }: PagesBench): Promise<string[]> {
  const ms: number[] = []
  const ask = async (words: string) => {
    const began = performance.now()
    const response = await fetch(`${origin}/app/api/inbox/search`, {
      method: 'POST',
      headers: {
        ...{ cookie: `guichet_session=${entered.session}`, origin, 'content-type': 'application/json' },
      },
      body: JSON.stringify({ words }),
    })
    const answer = await response.text()
    if (!response.ok) throw new Error(`searching answered ${response.status}: ${answer}`)
    return performance.now() - began
  }
  for (const words of WORDS) await ask(words(1, of.parts))
  for (let n = 0; n < times * 4; n += 1)
    ms.push(await ask((WORDS[n % WORDS.length] ?? String)(n + 2, of.parts)))
  return [row('first results of a search', ms, { limit: LIMIT })]
}
