import { createServer, type ServerResponse } from 'node:http'
import { afterAll } from 'vitest'

/** How a receiver takes one request. */
export type Manner =
  | 'ok'
  | 'created'
  | 'slow'
  | 'error'
  | 'missing'
  | 'gone'
  | 'throttle'
  | 'redirect'
  | 'reset'
  | 'hang'
  | 'flood'
  | 'trickle'

/** What a request of a receiver was, and how it was taken. */
export interface Taken {
  path: string
  manner: Manner
  raw: string
  hub: string
  standard: string
  /** By the clock of the test. */
  at: number
}

export interface Unruly {
  port: number
  taken: Taken[]
  /** How often a server was reached that must not be. */
  trespasses: number
}

/** Manners in which the status says that all is well. */
export const GOOD: ReadonlySet<Manner> = new Set(['ok', 'created', 'slow', 'flood', 'trickle'])

/** One server that plays many receivers, each by the manners that its path is given, beside one that must not be reached. */
export async function startUnruly(of: {
  manner: (path: string) => Manner
  now: () => number
}): Promise<Unruly> {
  const unruly: Unruly = { port: 0, taken: [], trespasses: 0 }
  const open = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('error', () => {})
    response.on('error', () => {})
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      const manner = of.manner(path)
      const [hub, standard] = ['x-hub-signature', 'webhook-signature'].map(name =>
        String(request.headers[name]),
      )
      const raw = Buffer.concat(chunks).toString('utf8')
      unruly.taken.push({ path, manner, raw, hub: hub ?? '', standard: standard ?? '', at: of.now() })
      if (manner === 'hang' || manner === 'trickle') open.add(response)
      behave[manner](response, unruly.port)
    })
  })
  const forbidden = createServer((_, response) => {
    unruly.trespasses += 1
    response.end()
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  unruly.port = typeof address === 'object' && address ? address.port : 0
  await new Promise<void>(done => forbidden.listen(unruly.port, '127.0.0.2', done))
  afterAll(() => {
    for (const each of [server, forbidden]) {
      each.closeAllConnections()
      each.close()
    }
  })
  return unruly
}

const behave: Record<Manner, (response: ServerResponse, port: number) => void> = {
  ok: response => response.end('{}'),
  created: response => response.writeHead(201).end(),
  slow: response => void setTimeout(() => response.end(), 30),
  error: response => response.writeHead(500).end('no'),
  missing: response => response.writeHead(404).end(),
  gone: response => response.writeHead(410).end(),
  throttle: response => response.writeHead(429).end(),
  redirect: (response, port) => response.writeHead(307, { location: `http://127.0.0.2:${port}/` }).end(),
  reset: response => response.socket?.resetAndDestroy(),
  hang: () => {},
  flood: flood,
  trickle: response => response.writeHead(200, { 'content-length': 1000 }).write('.'),
}

/** Sends for as long as anybody reads. */
function flood(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, 'x')
  const more = () => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', more)
  }
  response.writeHead(200)
  more()
}
