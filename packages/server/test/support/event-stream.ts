import { afterAll } from 'vitest'

/** A frame as it came. */
export interface Frame {
  event: string
  id: number | undefined
  data: Record<string, unknown>
}

/** An open stream of server-sent events, read as a browser would. */
export class EventStream {
  readonly status: number
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  readonly #frames: Frame[] = []
  readonly #close = new AbortController()
  #rest = ''
  #ended = false

  private constructor(response: Response, close: AbortController) {
    this.status = response.status
    this.#reader = response.body?.getReader()
    this.#close = close
  }

  static async open(url: string, headers: Record<string, string>): Promise<EventStream> {
    const close = new AbortController()
    const stream = new EventStream(await fetch(url, { headers, signal: close.signal }), close)
    afterAll(() => stream.close())
    return stream
  }

  /** The next frame of a kind; what comes before it is passed over. Undefined once the stream has ended. */
  async next(event: string): Promise<Frame | undefined> {
    for (;;) {
      for (let frame = this.#frames.shift(); frame; frame = this.#frames.shift())
        if (frame.event === event) return frame
      if (this.#ended) return undefined
      await this.#more()
    }
  }

  close(): void {
    this.#close.abort()
  }

  async #more(): Promise<void> {
    const chunk = await this.#reader?.read().catch(() => undefined)
    if (!chunk || chunk.done) {
      this.#ended = true
      return
    }
    const texts = (this.#rest + new TextDecoder().decode(chunk.value)).split('\n\n')
    this.#rest = texts.pop() ?? ''
    this.#frames.push(...texts.flatMap(frameOf))
  }
}

function frameOf(text: string): Frame[] {
  const fields = new Map(
    text.split('\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  const event = fields.get('event')
  const id = fields.get('id')
  if (event === undefined) return []
  return [
    { event, id: id === undefined ? undefined : Number(id), data: JSON.parse(fields.get('data') ?? '{}') },
  ]
}
