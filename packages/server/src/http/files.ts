import { errors, problem } from '@guichet/contract/errors.ts'
import type { FastifyInstance } from 'fastify'
import type { FileStore } from '../storage/file-store.ts'
import { isShownInline, typeOfName } from '../storage/media-types.ts'

/** Serves attached files to whoever knows their key, which is too long to guess. Nothing in them runs. */
export function serveFiles(app: FastifyInstance, files: FileStore): void {
  app.get<{ Params: { key: string; name: string } }>('/attachments/:key/:name', async (request, reply) => {
    const { key, name } = request.params
    const file = await files.open(key)
    if (!file) throw problem(errors.notFound)
    const type = typeOfName(name)
    const inline = isShownInline(type)
    return reply
      .header('content-type', inline ? type : 'application/octet-stream')
      .header('content-length', file.size)
      .header(
        'content-disposition',
        `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      )
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, max-age=31536000, immutable')
      .send(file.bytes)
  })
}
