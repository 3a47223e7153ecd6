import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'

/**
 * Hands bodies on as they come in, on routes whose body is a file. What a handler does not want of it is passed over, so that
 * whoever sends it hears why.
 */
export function passFiles(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', async (_: unknown, payload: Readable) => chunksOf(payload))
}

async function* chunksOf(payload: Readable): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of payload.iterator({ destroyOnReturn: false })) yield chunk
  } finally {
    payload.resume()
  }
}
