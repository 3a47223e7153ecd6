import { hash } from 'node:crypto'
import { errors, problem } from '@guichet/contract/errors.ts'
import { openApi } from '@guichet/contract/openapi.ts'
import { VERSIONS, type Version } from '@guichet/contract/version.ts'
import type { FastifyInstance } from 'fastify'

interface Document {
  text: string
  etag: string
}

/** `/openapi/<version>.json`, printed at the first request for it. (The router has taken `.json` off already.) */
export function mountOpenApiDocuments(app: FastifyInstance): void {
  const printed = new Map<Version, Document>()
  app.get<{ Params: { version: string } }>('/openapi/:version', async (request, reply) => {
    const version = VERSIONS.find(each => each.toLowerCase() === request.params.version.toLowerCase())
    if (!version) throw problem(errors.notFound)
    const document = printed.get(version) ?? print(version)
    printed.set(version, document)
    reply.headers({ etag: document.etag, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' })
    if (request.headers['if-none-match'] === document.etag) return reply.code(304).send()
    return reply.type('application/json; charset=utf-8').send(document.text)
  })
}

function print(version: Version): Document {
  const text = JSON.stringify(openApi(version))
  return { text, etag: `W/"${hash('sha256', text, 'hex').slice(0, 20)}"` }
}
