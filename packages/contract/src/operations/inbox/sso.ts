import { family } from '../../operation.ts'
import { model, optional, Type } from '../../schema.ts'

const anybody = { access: 'public', scope: 'use_app', method: 'GET', status: 302, raw: true } as const

/** What a browser is sent through to sign in elsewhere. Refusals go back to the sign-in page as `?error=`. */
export const sso = family({
  start: {
    ...anybody,
    path: '/app/sso/{workspace_id}/start',
    summary: 'Go to the identity provider of a workspace',
    query: model('sso_start_query', {
      return_to: optional(Type.String()),
      login_hint: optional(Type.String()),
    }),
  },
  callback: {
    ...anybody,
    path: '/app/sso/callback',
    summary: 'Come back from the identity provider',
  },
})
