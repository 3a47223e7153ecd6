import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errors, problem } from '@guichet/contract/errors.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Serves the built app for teammates, found in `folder`: its files for ever, its one page for every address below `/app`. */
export function mountTeammateApp(app: FastifyInstance, folder: string): void {
  app.get<{ Params: { name: string } }>('/app/assets/:name', (request, reply) =>
    sendAsset(request, reply, folder),
  )
  for (const path of ['/app', '/app/*'])
    app.get(path, async (request, reply) => {
      if (request.url.startsWith('/app/api/')) throw problem(errors.notFound)
      return sendPage(reply, folder)
    })
}

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/** The names of assets hold a hash of their content, so nobody needs to ask for one twice. */
async function sendAsset(
  request: FastifyRequest<{ Params: { name: string } }>,
  reply: FastifyReply,
  folder: string,
): Promise<FastifyReply> {
  const { name } = request.params
  const type = TYPES[name.split('.').at(-1) ?? '']
  if (!type || !/^[\w.-]+$/.test(name)) throw problem(errors.notFound)
  const { encoding, bytes } = await readEncoded(
    join(folder, 'assets', name),
    request.headers['accept-encoding'],
  )
  return reply
    .headers({
      ...(encoding && { 'content-encoding': encoding }),
      vary: 'accept-encoding',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    .type(type)
    .send(bytes)
}

/** The smallest form of a file that the browser takes; fonts have but one. */
async function readEncoded(path: string, accepted = ''): Promise<{ encoding?: string; bytes: Buffer }> {
  const ways = [
    { encoding: 'br', suffix: '.br' },
    { encoding: 'gzip', suffix: '.gz' },
  ]
  for (const { encoding, suffix } of ways) {
    if (!new RegExp(`\\b${encoding}\\b`).test(accepted)) continue
    const bytes = await readIfThere(path + suffix)
    if (bytes) return { encoding, bytes }
  }
  const bytes = await readIfThere(path)
  if (!bytes) throw problem(errors.notFound)
  return { bytes }
}

/** The page is never kept: it names the assets of the newest build. */
async function sendPage(reply: FastifyReply, folder: string): Promise<FastifyReply> {
  const page = (await readIfThere(join(folder, 'index.html')))?.toString()
  if (page === undefined)
    return reply.code(503).type('text/plain; charset=utf-8').send('The app is not built: restart the server.')
  return reply
    .headers({
      'content-security-policy': policyFor(page),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=()',
    })
    .type('text/html; charset=utf-8')
    .send(page)
}

/** Scripts and styles are our own files, and the one inline script is known by its hash. Pictures come from anywhere. */
function policyFor(page: string): string {
  const inline = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script)
  const hashes = inline.map(script => ` 'sha256-${hash('sha256', script, 'base64')}'`).join('')
  return [
    "default-src 'none'",
    `script-src 'self'${hashes}`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob: http: https:",
    "media-src 'self' blob: https:",
    "connect-src 'self'",
    // The picture of the messenger, in its settings.
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const readIfThere = (path: string): Promise<Buffer | undefined> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
