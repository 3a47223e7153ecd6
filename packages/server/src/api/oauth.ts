import { appInstallations } from '@guichet/contract/operations/inbox/app-installations.ts'
import { oauth } from '@guichet/contract/operations/oauth.ts'
import { codeRefused, exchangeCode, listInstallations, uninstallApp } from '../domain/oauth/index.ts'
import { guestHandlers, handlers, type Route } from './handlers.ts'

export const oauthRoutes: Route[] = [
  ...guestHandlers(oauth, {
    exchange: async ({ database, guest, query, body, secrets }) => {
      const { code = '', client_id = '', client_secret = '' } = { ...guest.basic, ...query, ...body }
      const exchange = { code, client_id, client_secret }
      const done = await database.transaction(tx => exchangeCode(tx, guest, { exchange, secrets }))
      if ('refused' in done) throw codeRefused()
      return done.token
    },
  }),
  ...handlers(appInstallations, {
    list: ({ tx, actor }) => listInstallations(tx, actor),
    uninstall: ({ tx, actor, params }) => uninstallApp(tx, actor, params.id),
  }),
]
