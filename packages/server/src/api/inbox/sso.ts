import { Problem } from '@guichet/contract/errors.ts'
import type { RawAnswer } from '@guichet/contract/operation.ts'
import { sso } from '@guichet/contract/operations/inbox/sso.ts'
import { finishSso, startSso } from '../../domain/sso/index.ts'
import { guestHandlers } from '../handlers.ts'

export const ssoRoutes = guestHandlers(sso, {
  async start({ database, egress, secrets, guest, params, query }) {
    const asked = { workspaceId: params.workspace_id, returnTo: query.return_to, loginHint: query.login_hint }
    return orBack(async () => {
      const { url, state } = await startSso({ database, egress, secrets }, guest, asked)
      return to(url, { 'set-cookie': stateCookie(state, guest.origin) })
    })
  },
  async callback({ database, egress, secrets, guest, came, cookie }) {
    return orBack(async () => {
      const back = { search: came.search, cookie: came.cookies[STATE] }
      const { token, returnTo } = await finishSso({ database, egress, secrets }, guest, back)
      cookie.give(token)
      return to(returnTo)
    })
  },
})

const STATE = 'guichet_sso'

const to = (location: string, headers: Record<string, string> = {}): RawAnswer => ({
  headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', ...headers },
})

const stateCookie = (state: string, origin: string): string =>
  `${STATE}=${state}; Max-Age=600; Path=/app/sso; HttpOnly; SameSite=Lax${origin.startsWith('https:') ? '; Secure' : ''}`

/** A browser that is sent around ends on a page, whatever happens. */
async function orBack(work: () => Promise<RawAnswer>): Promise<RawAnswer> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return to(`/app/sign-in?error=${error.code}`)
  }
}
