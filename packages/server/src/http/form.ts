import { hash } from 'node:crypto'
import { errors, problem } from '@guichet/contract/errors.ts'
import type { FormFile } from '@guichet/contract/operation.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { checkText, parseJson } from './json.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route takes a multipart form. */
    form?: boolean
  }
}

/**
 * Reads multipart forms, on routes that take them: files become `FormFile`, everything else text. Forms of a page are read
 * everywhere; what is JSON under their name is taken as JSON, as clients send it under any.
 */
export function parseForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_: unknown, body: string) =>
      /^\s*[[{]/.test(body) || body.trim() === '' ? parseJson(body) : fieldsOfPage(body),
  )
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      if (!request.routeOptions.config.form) throw problem(errors.malformedJson)
      return readForm(body, request.headers['content-type'] ?? '')
    },
  )
  app.addContentTypeParser(
    'message/rfc822',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      if (!request.routeOptions.config.form) throw problem(errors.malformedJson)
      return { message: { name: 'message.eml', bytes: new Uint8Array(body) } }
    },
  )
}

function fieldsOfPage(body: string): Record<string, string> {
  const fields = Object.fromEntries(new URLSearchParams(body))
  checkText(fields)
  return fields
}

async function readForm(body: Buffer, contentType: string): Promise<Record<string, string | FormFile>> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => {
      throw problem(errors.malformedRequest, 'The form could not be read')
    })
  const fields = await Promise.all(
    [...form].map(
      async ([name, value]) => [name, typeof value === 'string' ? value : await fileOf(value)] as const,
    ),
  )
  for (const [name, value] of fields) checkText([name, typeof value === 'string' ? value : value.name])
  return Object.fromEntries(fields)
}

/** As JSON, which fingerprints of requests are made of, a file is its digest. */
async function fileOf(file: File): Promise<FormFile & { toJSON(): unknown }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { name: file.name, bytes, toJSON: () => ({ name: file.name, sha256: hash('sha256', bytes) }) }
}
