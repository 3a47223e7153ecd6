import { messengerLive } from '@guichet/contract/operations/messenger/live.ts'
import { addressOf, headersOf } from './api.ts'

export interface Told {
  event: string
  data: Record<string, unknown>
}

/**
 * Hears of what happens in one's conversations, until it is stopped. Of the pages of one browser a single one holds the stream and
 * tells the others: browsers open few connections to a place.
 */
export function hearLive(contactId: string, hear: (told: Told) => void): () => void {
  const stop = new AbortController()
  const name = `guichet.live.${contactId}`
  const others = 'BroadcastChannel' in self ? new BroadcastChannel(name) : undefined
  const tell = (told: Told) => {
    others?.postMessage(told)
    hear(told)
  }
  others?.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data))
  const lead = () => goOn(stop.signal, tell)
  if (navigator.locks) navigator.locks.request(name, { signal: stop.signal }, lead).catch(() => {})
  else void lead()
  return () => {
    stop.abort()
    others?.close()
  }
}

/** Reads the stream, and opens it again behind what was heard where it breaks. */
async function goOn(signal: AbortSignal, tell: (told: Told) => void): Promise<void> {
  let since: string | undefined
  let failures = 0
  while (!signal.aborted) {
    try {
      const response = await fetch(addressOf(messengerLive.stream.path, {}, { since }), {
        headers: { accept: 'text/event-stream', ...headersOf() },
        signal,
      })
      if (response.status === 401 || response.status === 403) return
      if (!response.ok || !response.body) throw new Error('no stream')
      failures = 0
      for await (const frame of framesOf(response.body)) {
        since = frame.id ?? since
        tell({ event: frame.event, data: JSON.parse(frame.data) })
      }
    } catch {
      failures += 1
    }
    if (!signal.aborted) await pause(Math.min(500 * 2 ** failures, 20_000), signal)
  }
}

async function* framesOf(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map(line => splitAt(line, ': ')))
      const data = fields.get('data')
      if (data !== undefined) yield { event: fields.get('event') ?? 'message', id: fields.get('id'), data }
    }
  }
}

function splitAt(line: string, mark: string): [string, string] {
  const at = line.indexOf(mark)
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + mark.length)]
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(resolve, ms)
    const early = () => {
      clearTimeout(timer)
      resolve()
    }
    signal.addEventListener('abort', early, { once: true })
    addEventListener('online', early, { once: true })
  })
