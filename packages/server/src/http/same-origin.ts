import { problem } from '@guichet/contract/errors.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { FastifyRequest } from 'fastify'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what a page of another origin has a browser send with our cookie. Browsers say where a request comes from, in
 * `Sec-Fetch-Site` or in `Origin`; with a cookie, one of them has to be there.
 */
export function checkSameOrigin(request: FastifyRequest, origin: string, withCookie: boolean): void {
  if (SAFE.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined ? site === 'same-origin' : isOwn(request, origin, withCookie)) return
  throw problem(signInErrors.otherOrigin)
}

/** The host is compared too: behind a proxy that ends TLS, the scheme is known to `PUBLIC_URL` alone. */
function isOwn({ headers, host }: FastifyRequest, origin: string, withCookie: boolean): boolean {
  if (headers.origin === undefined) return !withCookie
  return headers.origin === origin || (URL.canParse(headers.origin) && new URL(headers.origin).host === host)
}
