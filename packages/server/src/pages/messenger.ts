import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errors, problem } from '@guichet/contract/errors.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/**
 * Serves the built messenger, found in `folder`: the script that pages load, at our own address and at the one that published
 * wrappers know, and the frame it opens.
 */
export function mountMessenger(
  app: FastifyInstance,
  { folder, publicUrl }: { folder: string; publicUrl: string | undefined },
): void {
  const loader = (request: FastifyRequest, reply: FastifyReply, app_id: string) => {
    const origin = publicUrl ?? `${request.protocol}://${request.host}`
    return sendLoader(request, reply, { folder, origin, app_id })
  }
  // A scope of its own, which the compression sees.
  app.register(async scope => {
    scope.get('/messenger.js', (request, reply) => loader(request, reply, ''))
    scope.get<{ Params: { app: string } }>('/widget/:app', (request, reply) => {
      if (!/^[\w-]{1,64}$/.test(request.params.app)) throw problem(errors.notFound)
      return loader(request, reply, request.params.app)
    })
    scope.get('/messenger/frame', (_, reply) => sendFrame(reply, folder))
    scope.get<{ Params: { name: string } }>('/messenger/assets/:name', (request, reply) =>
      sendAsset(request, reply, folder),
    )
  })
}

/** The script knows where it came from and, at a workspace's own address, of which one it is. Pages ask for it anew every few minutes. */
async function sendLoader(
  request: FastifyRequest,
  reply: FastifyReply,
  { folder, origin, app_id }: { folder: string; origin: string; app_id: string },
): Promise<FastifyReply> {
  // What a script may hold between quotes, whoever named the host.
  if (!/^https?:\/\/[\w.:[\]-]+$/.test(origin)) throw problem(errors.notFound)
  const script = (await read(join(folder, 'loader.js')))
    .toString()
    .replaceAll('__GUICHET_ORIGIN__', origin)
    .replaceAll('__GUICHET_APP__', app_id)
  const etag = `W/"${hash('sha256', script, 'hex').slice(0, 20)}"`
  reply.headers({
    ...{ 'cache-control': 'public, max-age=300', etag, 'x-content-type-options': 'nosniff' },
    // Any page may load it, one that asks for the headers of another origin too.
    ...{ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
  })
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  return reply.type('text/javascript; charset=utf-8').send(script)
}

/** Any page may show the frame: it knows nobody by itself, but only by what that page tells it. */
async function sendFrame(reply: FastifyReply, folder: string): Promise<FastifyReply> {
  const page = await read(join(folder, 'index.html'))
  return reply
    .headers({
      ...{
        'content-security-policy': POLICY,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      },
      ...{ 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'cross-origin' },
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    })
    .type('text/html; charset=utf-8')
    .send(page.toString())
}

/** Nothing runs but our own files. Pictures and videos of messages and articles come from anywhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob: http: https:",
  "media-src 'self' https:",
  'frame-src https:',
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ')

/** The names of assets hold a hash of their content, so nobody needs to ask for one twice. */
async function sendAsset(
  request: FastifyRequest<{ Params: { name: string } }>,
  reply: FastifyReply,
  folder: string,
): Promise<FastifyReply> {
  const { name } = request.params
  const type = /^[\w.-]+\.(js|css)$/.exec(name)?.[1]
  if (!type) throw problem(errors.notFound)
  const accepted = request.headers['accept-encoding'] ?? ''
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined
  const suffix = { br: '.br', gzip: '.gz', none: '' }[encoding ?? 'none']
  const bytes = await read(join(folder, 'assets', name + suffix))
  return reply
    .headers({
      ...(encoding && { 'content-encoding': encoding }),
      ...{ vary: 'accept-encoding', 'cache-control': 'public, max-age=31536000, immutable' },
      ...{ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'cross-origin' },
    })
    .type(type === 'js' ? 'text/javascript; charset=utf-8' : 'text/css; charset=utf-8')
    .send(bytes)
}

const read = (path: string): Promise<Buffer> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw problem(errors.notFound)
    throw error
  })
