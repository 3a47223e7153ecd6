import compress from '@fastify/compress'
import { errors, problem } from '@guichet/contract/errors.ts'
import { families } from '@guichet/contract/operations/index.ts'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Route } from './api/handlers.ts'
import { fail } from './http/fail.ts'
import { parseJson } from './http/json.ts'
import { type Mounting, mount } from './http/mount.ts'
import { requestId } from './http/request-id.ts'
import type { Log } from './log.ts'

/** Bodies that carry no files are small. */
const MAX_BODY = 5 * 1024 * 1024

/** The HTTP server with every operation of the contract on it. */
export function buildApp(routes: Route[], on: Mounting & { log: Log }): FastifyInstance {
  const app = Fastify({
    bodyLimit: MAX_BODY,
    genReqId: requestId,
    logger: false,
    trustProxy: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    rewriteUrl: request => withoutSuffix(request.url ?? '/'),
  })
  app.register(compress, { encodings: ['gzip', 'identity'], globalDecompression: false })
  parseEverythingAsJson(app)
  app.setErrorHandler((error, request, reply) => fail(on.log, error, request, reply))
  app.setNotFoundHandler((request, reply) => fail(on.log, problem(errors.notFound), request, reply))
  mount(
    app,
    Object.values(families).flatMap(family => Object.values(family)),
    routes,
    on,
  )
  return app
}

/** Clients send JSON under many names, or under none. */
function parseEverythingAsJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, async (_: unknown, body: string) => parseJson(body))
}

/** `/contacts.json` is `/contacts`, as on the API's own router. */
function withoutSuffix(url: string): string {
  return url.replace(/^([^?]*)\.json(?=$|\?)/, '$1')
}
