import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import { afterAll } from 'vitest'

/** A request as a receiver of webhooks has it. */
export interface Received {
  method: string
  path: string
  headers: IncomingHttpHeaders
  /** The bytes, for signatures are of these. */
  raw: string
  // biome-ignore lint/suspicious/noExplicitAny: what is received is checked by the test
  body: any
}

/** Answers a POST; HEAD requests are answered with 200. */
export type Answering = (request: Received, response: ServerResponse) => void

export interface Receiver {
  url: string
  server: Server
  /** The POSTs there were, in order. */
  received: Received[]
  /** How POSTs are answered from now on: with a status, or as a function has it. */
  answer: number | Answering
  /** How many connections were opened. */
  connections: number
}

/** An endpoint on this machine; closed after the test file. */
export async function startReceiver(answer: number | Answering = 200): Promise<Receiver> {
  const receiver: Receiver = { url: '', server: createServer(), received: [], answer, connections: 0 }
  const { server } = receiver
  server.on('connection', () => {
    receiver.connections += 1
  })
  server.on('request', (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('error', () => {})
    request.on('end', () => {
      if (request.method === 'HEAD') return void response.end()
      const raw = Buffer.concat(chunks).toString('utf8')
      const { method = '', url: path = '', headers } = request
      const got = { method, path, headers, raw, body: JSON.parse(raw) }
      receiver.received.push(got)
      if (typeof receiver.answer === 'function') receiver.answer(got, response)
      else response.writeHead(receiver.answer).end()
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  receiver.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/hooks`
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return receiver
}
