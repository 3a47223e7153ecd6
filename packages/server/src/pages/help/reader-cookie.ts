import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../domain/actor.ts'
import { findHelpReader, HELP_SESSION } from '../../domain/messenger/index.ts'
import type { Visit } from './visit.ts'

const NAME = 'guichet_help'

/** Who looks, where their browser was let in at this help center's workspace. */
export async function readerOf(
  db: Tx,
  request: FastifyRequest,
  { actor }: Visit,
): Promise<Actor | undefined> {
  const { cookie } = request.headers
  const token = cookie?.includes(NAME) ? request.server.parseCookie(cookie)[NAME] : undefined
  return token ? findHelpReader(db, actor, token) : undefined
}

/** Scripts never see it, other sites never send it with what changes something, and no other page of the server is sent it. */
export function giveCookie(reply: FastifyReply, visit: Visit, token: string | null): void {
  reply.setCookie(NAME, token ?? '', {
    ...{
      path: visit.base || '/',
      httpOnly: true,
      sameSite: 'lax',
      maxAge: token === null ? 0 : HELP_SESSION,
    },
    secure: visit.actor.origin.startsWith('https:'),
  })
}
