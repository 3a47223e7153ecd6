import { DEFAULT_VERSION, VERSIONS } from '@guichet/contract/version.ts'
import reference from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'

/** `/docs`: the reference page, where calls can be tried. Everything it loads comes from here. */
export function mountReference(app: FastifyInstance): void {
  app.register(reference, {
    routePrefix: '/docs',
    hooks: {
      onRequest: (_request, reply, done) => {
        reply.headers(headers)
        done()
      },
    },
    configuration: {
      pageTitle: 'Guichet API',
      sources: VERSIONS.toReversed().map(version => ({
        title: version,
        slug: version.toLowerCase(),
        url: `/openapi/${version}.json`,
        default: version === DEFAULT_VERSION,
      })),
      authentication: { preferredSecurityScheme: 'bearer' },
      withDefaultFonts: false,
      hideClientButton: true,
      telemetry: false,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    },
  })
}

const headers = {
  'content-security-policy':
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
}
