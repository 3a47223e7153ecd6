import { createServer, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** What a page can reach at best: it POSTs words, and another one hears of them by server-sent events. Nothing is kept. */
const listening = new Set<ServerResponse>()
const server = createServer(async (request, response) => {
  if (request.method === 'POST') {
    const words = await text(request)
    for (const each of listening) each.write(`data: ${words}\n\n`)
    response.end()
    return
  }
  if (request.url !== '/stream') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end('<!doctype html><title>echo</title><input autofocus><p></p>')
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' })
  response.write(': hello\n\n')
  listening.add(response)
  response.once('close', () => listening.delete(response))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(String(typeof address === 'object' ? address?.port : address))
})
