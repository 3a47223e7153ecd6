import { signIn } from '@guichet/contract/operations/inbox/sign-in.ts'
import {
  acceptInvitation,
  findOffer,
  findPasswordReset,
  findSetup,
  requestPasswordReset,
  resetPassword,
  setUp,
  signInOptions,
  signInWithCode,
  signInWithPassword,
} from '../../domain/sign-in/index.ts'
import { guestHandlers } from '../handlers.ts'

export const signInRoutes = guestHandlers(signIn, {
  options: async ({ database, query }) => signInOptions(database.unguarded.read, query.email),
  async withPassword({ database, guest, body, cookie }) {
    const { token, answer } = await signInWithPassword(database, guest, body)
    cookie.give(token)
    return answer
  },
  async withCode({ database, guest, body, secrets, cookie }) {
    const { token, answer } = await signInWithCode(database, guest, { ...body, secrets })
    cookie.give(token)
    return answer
  },
  async requestReset({ database, guest, body }) {
    await requestPasswordReset(database, guest, body.email)
    return undefined
  },
  findReset: async ({ database, guest, params }) => findPasswordReset(database.read, guest, params.token),
  async reset({ database, guest, params, body, cookie }) {
    const { token, answer } = await resetPassword(database, guest, { ...body, token: params.token })
    cookie.give(token)
    return answer
  },
  findInvitation: async ({ database, guest, params }) => findOffer(database.read, guest, params.token),
  async acceptInvitation({ database, guest, params, body, cookie }) {
    const accepting = { token: params.token, request: body }
    const { token, answer } = await acceptInvitation(database, guest, accepting)
    cookie.give(token)
    return answer
  },
  findSetup: async ({ database, guest, params }) => findSetup(database.read, guest, params.token),
  async setUp({ database, guest, params, body, cookie }) {
    const { token, answer } = await setUp(database, guest, { token: params.token, request: body })
    cookie.give(token)
    return answer
  },
})
