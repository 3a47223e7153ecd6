import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

export interface RawAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** Sends a request as it is: no path is made nicer, no header added. */
export function sendRaw(
  origin: string,
  {
    path,
    body,
    headers = {},
    ...sent
  }: { method?: string; path: string; headers?: Record<string, string>; body?: string | Buffer },
): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const length =
      body === undefined || headers['transfer-encoding'] ? {} : { 'content-length': Buffer.byteLength(body) }
    const to = { hostname, port, path, agent: false, ...sent, headers: { ...headers, ...length } }
    const sending = request(to, response => {
      const answer = { status: response.statusCode ?? 0, headers: response.headers }
      text(response).then(read => resolve({ ...answer, body: read }), reject)
    })
    sending.once('error', reject)
    sending.end(body)
  })
}

/** Sends bytes that need not be HTTP, and reads until the server hangs up. */
export function sendBytes(origin: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  socket.write(bytes)
  return text(socket)
}
