import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Came } from '../api/handlers.ts'
import { LONGEST } from '../domain/session/index.ts'

const NAME = 'guichet_session'

/** The token of the session cookie that a request brings. */
export function sessionToken(request: FastifyRequest): string | undefined {
  const header = request.headers.cookie
  return header?.includes(NAME) ? request.server.parseCookie(header)[NAME] || undefined : undefined
}

/** What a handler decides about the caller's cookie: a new token, or null to take it away. Sent once all went well. */
export class SessionCookie {
  #token: string | null | undefined

  give(token: string | undefined): void {
    this.#token = token
  }

  take(): void {
    this.#token = null
  }

  /** Scripts never see the cookie, and other sites never send it with what changes something. */
  send(reply: FastifyReply, origin: string): void {
    if (this.#token === undefined) return
    reply.setCookie(NAME, this.#token ?? '', {
      ...{ path: '/', httpOnly: true, sameSite: 'lax', secure: origin.startsWith('https:') },
      maxAge: this.#token === null ? 0 : LONGEST,
    })
  }
}

/** What a browser came with, for those who are sent through others. */
export function cameWith(request: FastifyRequest): Came {
  const { url, headers, server } = request
  const at = url.indexOf('?')
  return {
    search: at < 0 ? '' : url.slice(at),
    cookies: headers.cookie === undefined ? {} : server.parseCookie(headers.cookie),
  }
}
