import compress, { type FastifyCompressOptions } from '@fastify/compress'
import cookies from '@fastify/cookie'
import { errors, problem } from '@guichet/contract/errors.ts'
import type { Operation } from '@guichet/contract/operation.ts'
import { allOperations } from '@guichet/contract/operations/all.ts'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Route } from './api/handlers.ts'
import { refuseRaw } from './http/client-error.ts'
import { closePromptly } from './http/closing.ts'
import { fail } from './http/fail.ts'
import { serveFiles } from './http/files.ts'
import { parseForms } from './http/form.ts'
import type { HelpDomains } from './http/help-domains.ts'
import { parseJson } from './http/json.ts'
import { type Mounting, mount } from './http/mount.ts'
import { passFiles } from './http/pass-files.ts'
import { requestId } from './http/request-id.ts'
import type { Log } from './log.ts'

/** Bodies that carry no files are small. */
const MAX_BODY = 5 * 1024 * 1024

/** How long a caller may take to send a request. */
const LONGEST_REQUEST_MS = 300_000

/** Whose word about a caller's address and about our own is taken: proxies beside us, never the public's. */
const OWN_NETWORKS = ['loopback', 'linklocal', 'uniquelocal']

/** Speed before size: JSON shrinks most by the first step. */
const COMPRESSION: FastifyCompressOptions = {
  encodings: ['gzip', 'identity'],
  globalDecompression: false,
  zlibOptions: { level: 1 },
}

/** The HTTP server with every operation of the contract on it. */
export function buildApp(
  routes: Route[],
  on: Mounting & { log: Log; helpDomains: HelpDomains },
): FastifyInstance {
  const app = Fastify({
    bodyLimit: MAX_BODY,
    genReqId: requestId,
    logger: false,
    trustProxy: OWN_NETWORKS,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    rewriteUrl: request => withoutSuffix(on.helpDomains.inside(request.headers.host, request.url ?? '/')),
    requestTimeout: LONGEST_REQUEST_MS,
    frameworkErrors: (error, request, reply) => fail(on.log, error, request, reply),
    clientErrorHandler: refuseRaw,
  })
  app.register(compress, COMPRESSION)
  // Read where somebody looks for one, not on every request.
  app.register(cookies, { hook: false })
  parseEverythingAsJson(app)
  parseForms(app)
  closePromptly(app)
  app.setErrorHandler((error, request, reply) => fail(on.log, error, request, reply))
  app.setNotFoundHandler((request, reply) => fail(on.log, problem(errors.notFound), request, reply))
  // Only routes of a scope opened after a plugin are seen by it: the compression would pass the others over.
  app.register(async scope => {
    serveFiles(scope, on.files)
    mount(scope, allOperations.filter(isOfFields), routes, on)
    scope.register(async uploads => {
      passFiles(uploads)
      mount(uploads, allOperations.filter(isOfFile), routes, on)
    })
  })
  return app
}

const isOfFile = ({ takesFile }: Operation): boolean => takesFile ?? false
const isOfFields = (operation: Operation): boolean => !isOfFile(operation)

/** Clients send JSON under many names, or under none; forms alone are told by theirs. */
function parseEverythingAsJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, async (_: unknown, body: string) => parseJson(body))
}

/** `/contacts.json` is `/contacts`, as on the API's own router; the names of files stay whole. */
function withoutSuffix(url: string): string {
  if (url.startsWith('/attachments/')) return url
  return url.replace(/^([^?]*)\.json(?=$|\?)/, '$1')
}
