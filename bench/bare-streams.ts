import { createServer, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** Server-sent events by `node:http` alone: whoever GETs listens, and what is POSTed is told to all of them. */
const listening = new Set<ServerResponse>()
const server = createServer(async (request, response) => {
  if (request.method === 'POST') {
    const frame = await text(request)
    for (const each of listening) each.write(frame)
    response.end()
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' })
  response.write('event: hello\ndata: {}\n\n')
  listening.add(response)
  response.once('close', () => listening.delete(response))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(String(typeof address === 'object' ? address?.port : address))
})
