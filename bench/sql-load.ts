import pg from 'pg'
import { WARM_UP_MS } from './http-load.ts'

/** A statement as the server sent it. */
export interface Statement {
  text: string
  values: unknown[]
}

export interface SqlLoad {
  url: string
  connections: number
  seconds: number
  /** The statements of one request, with values of a request's own. */
  next: () => Statement[]
  /** Told when one is done. */
  onDone?: () => void
}

/**
 * What the database alone would allow: the statements of the requests, prepared, sent pipelined in one go a request,
 * rows left as text, from a few connections that do nothing else. Requests per second.
 */
export async function sqlLoad({ url, connections, seconds, next, onDone }: SqlLoad): Promise<number> {
  const started = performance.now() + WARM_UP_MS
  const until = started + seconds * 1000
  let done = 0
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    const name = names.get(text) ?? `bench${names.size}`
    names.set(text, name)
    return name
  }
  const raw: pg.CustomTypesConfig = { getTypeParser: () => (text: string) => text }
  const worker = async () => {
    const client = new pg.Client({ connectionString: url, pipeline: true, types: raw })
    await client.connect()
    while (performance.now() < until) {
      const pending = next().map(({ text, values }) =>
        client.query({ text, values, name: nameOf(text), rowMode: 'array' }),
      )
      await Promise.all(pending)
      onDone?.()
      if (performance.now() >= started) done += 1
    }
    await client.end()
  }
  await Promise.all(Array.from({ length: connections }, worker))
  return done / ((performance.now() - started) / 1000)
}
