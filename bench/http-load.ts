import { connect, type Socket } from 'node:net'

/** One request, ready to be written to a socket. */
export type NextRequest = () => Buffer

export interface Load {
  port: number
  connections: number
  seconds: number
  next: NextRequest
  /** Requests a second to hold to; as many as go when left out. */
  rate?: number
}

export interface LoadResult {
  perSecond: number
  /** Milliseconds at the percentiles. */
  p50: number
  p95: number
  p99: number
  requests: number
  failures: number
}

/**
 * Keeps every connection busy with one request at a time, for a bounded time, against this machine only. What it does in
 * the time before is not counted: connections are opened and code is compiled then.
 */
export async function httpLoad({ port, connections, seconds, next, rate }: Load): Promise<LoadResult> {
  const begun = performance.now()
  const started = begun + WARM_UP_MS
  const until = started + seconds * 1000
  const latencies: number[] = []
  let failures = 0
  const interval = rate === undefined ? 0 : (1000 * connections) / rate
  const worker = async (n: number) => {
    const socket = await open(port)
    let due = begun + (interval * n) / connections
    while (performance.now() < until) {
      if (interval > 0) {
        const wait = due - performance.now()
        if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait))
      }
      // Under a held rate a late request counts from when it was due, as its caller would.
      const from = interval > 0 ? due : performance.now()
      due += interval
      const status = await exchange(socket, next())
      if (from >= started) latencies.push(performance.now() - from)
      if (status >= 400) failures += 1
    }
    socket.destroy()
  }
  await Promise.all(Array.from({ length: connections }, (_, n) => worker(n)))
  const elapsed = (performance.now() - started) / 1000
  latencies.sort((a, b) => a - b)
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0
  return {
    perSecond: latencies.length / elapsed,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    requests: latencies.length,
    failures,
  }
}

export const WARM_UP_MS = 500

/** The bytes of one HTTP request. */
export function request(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Buffer {
  const lines = Object.entries({ host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}`)
  if (body !== undefined)
    lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`)
}

const open = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket))
    socket.once('error', reject)
  })

/** Sends a request and waits for the whole of its answer; the answer's status. */
function exchange(socket: Socket, bytes: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let received = 0
    let expected = -1
    let status = 0
    const onData = (chunk: Buffer) => {
      if (expected < 0) {
        const head = chunk.indexOf('\r\n\r\n')
        const text = chunk.toString('latin1', 0, head)
        status = Number(text.slice(9, 12))
        expected = head + 4 + Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
      }
      received += chunk.length
      if (received < expected) return
      socket.off('data', onData).off('close', onClose)
      resolve(status)
    }
    const onClose = () => reject(new Error('the server closed the connection'))
    socket.on('data', onData).once('close', onClose)
    socket.write(bytes)
  })
}
