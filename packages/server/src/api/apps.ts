import { apps } from '@guichet/contract/operations/inbox/apps.ts'
import {
  deleteApp,
  findApp,
  installOwnApp,
  listApps,
  registerApp,
  retireSecret,
  revealSecrets,
  rotateSecret,
  updateApp,
} from '../domain/app/index.ts'
import { handlers } from './handlers.ts'

export const appRoutes = handlers(apps, {
  list: ({ tx, actor }) => listApps(tx, actor),
  register: ({ tx, actor, body }) => registerApp(tx, actor, body),
  find: ({ tx, actor, params }) => findApp(tx, actor, params.id),
  update: ({ tx, actor, params, body }) => updateApp(tx, actor, { id: params.id, request: body }),
  delete: ({ tx, actor, params }) => deleteApp(tx, actor, params.id),
  install: ({ tx, actor, params }) => installOwnApp(tx, actor, params.id),
  reveal: ({ tx, actor, params, secrets }) => revealSecrets(tx, actor, { id: params.id, secrets }),
  rotate: ({ tx, actor, params, secrets }) => rotateSecret(tx, actor, { id: params.id, secrets }),
  retire: ({ tx, actor, params, secrets }) => retireSecret(tx, actor, { id: params.id, secrets }),
})
