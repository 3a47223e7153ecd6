import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** Many open streams of server-sent events, each over a connection of its own. */
export class Crowd {
  readonly #sockets: Socket[] = []
  #heard = 0
  #all: { count: number; done(at: number): void } | undefined

  get size(): number {
    return this.#sockets.length
  }

  /** Opens a stream for each set of headers, some at once, and waits until each has been greeted. */
  async open(port: number, path: string, callers: Record<string, string>[]): Promise<void> {
    for (let from = 0; from < callers.length; from += AT_ONCE)
      await Promise.all(callers.slice(from, from + AT_ONCE).map(headers => this.#join(port, path, headers)))
  }

  /** When (ms) the last stream has heard of the next change. */
  next(): Promise<number> {
    this.#heard = 0
    return new Promise(done => {
      this.#all = { count: this.#sockets.length, done }
    })
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.splice(0)) socket.destroy()
    await delay(1_000)
  }

  #join(port: number, path: string, headers: Record<string, string>): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(
        ([name, value]) => `${name}: ${value}`,
      )
      socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      socket.setEncoding('latin1')
      socket.on('data', (chunk: string) => {
        if (chunk.includes('event: hello')) {
          this.#sockets.push(socket)
          resolve()
        } else if (!chunk.startsWith('HTTP/1.1 200') && chunk.startsWith('HTTP/1.1')) {
          reject(new Error(`a stream was refused: ${chunk.slice(0, 300)}`))
        }
        if (chunk.includes('event: change')) this.#hear()
      })
      socket.on('error', reject)
    })
  }

  #hear(): void {
    this.#heard += 1
    if (this.#heard === this.#all?.count) this.#all.done(performance.now())
  }
}

const AT_ONCE = 50
