import { signIn } from '@guichet/contract/operations/inbox/sign-in.ts'
import { signInWithPassword } from '../../domain/sign-in/index.ts'
import { guestHandlers } from '../handlers.ts'

export const signInRoutes = guestHandlers(signIn, {
  async withPassword({ database, guest, body, cookie }) {
    const { token, answer } = await signInWithPassword(database, guest, body)
    cookie.give(token)
    return answer
  },
})
