import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { framed, type HelpPage } from './layout.ts'
import { styleOf } from './style.ts'
import type { Visit } from './visit.ts'

/** Sends a page, unless the reader has it as it is. */
export function sendHelp(
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  page: HelpPage,
): FastifyReply {
  const text = framed(visit, page)
  if (page.private) return sendPrivate(reply, visit, { text, status: page.status ?? 200 })
  const etag = `W/"${hash('sha256', text, 'hex').slice(0, 20)}"`
  reply.headers({
    ...{ 'content-security-policy': policyOf(visit), 'x-content-type-options': 'nosniff' },
    ...{ 'referrer-policy': 'strict-origin-when-cross-origin', 'x-frame-options': 'SAMEORIGIN' },
    ...{ 'content-language': visit.locale, 'cache-control': 'no-cache', etag },
  })
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  return reply
    .code(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(text)
}

/** What one reader sees alone is kept nowhere, and no other page is told its address. */
const sendPrivate = (reply: FastifyReply, visit: Visit, of: { text: string; status: number }): FastifyReply =>
  reply
    .code(of.status)
    .headers({
      ...{ 'content-security-policy': policyOf(visit), 'x-content-type-options': 'nosniff' },
      ...{ 'referrer-policy': 'same-origin', 'x-frame-options': 'DENY', 'content-language': visit.locale },
      'cache-control': 'private, no-store',
    })
    .type('text/html; charset=utf-8')
    .send(of.text)

/** Articles show pictures and videos of others; nothing runs but our own script. */
const policyOf = ({ site }: Visit): string =>
  [
    `default-src 'none'; style-src 'sha256-${styleOf(site.accent).hash}'; script-src 'self'; connect-src 'self'`,
    `img-src 'self' https: data:; media-src 'self' https:; frame-src https:; form-action 'self'`,
    `base-uri 'none'; frame-ancestors 'self'`,
  ].join('; ')
