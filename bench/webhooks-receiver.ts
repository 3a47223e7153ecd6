import { createServer } from 'node:http'

/**
 * A receiver in a process of its own. It answers everything at once but what comes for `/hang`, which it never answers, and
 * tells on standard output, every 50 ms, what came and when: lines of JSON.
 */
let came: [id: string, at: number][] = []
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', chunk => chunks.push(chunk))
  request.on('end', () => {
    if (request.method === 'POST' && request.url === '/hang') return
    if (request.method === 'POST') {
      const id = /"item":\{"type":"contact","id":"([^"]+)"/.exec(
        Buffer.concat(chunks).toString('latin1'),
      )?.[1]
      if (id !== undefined) came.push([id, Date.now()])
    }
    response.end()
  })
})
setInterval(() => {
  if (came.length === 0) return
  process.stdout.write(`${JSON.stringify(came)}\n`)
  came = []
}, 50).unref()
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${JSON.stringify(typeof address === 'object' && address?.port)}\n`)
})
