import { channels } from '@guichet/contract/operations/inbox/channels.ts'
import { retention } from '@guichet/contract/operations/inbox/retention.ts'
import { findChannels } from '../../domain/channel/index.ts'
import { findRetention, updateRetention } from '../../domain/retention/index.ts'
import { handlers, type Route } from '../handlers.ts'

/** How the workspace is reached, and how long it keeps what. */
export const runningRoutes: Route[] = [
  ...handlers(channels, { find: ({ tx, actor }) => findChannels(tx, actor) }),
  ...handlers(retention, {
    find: ({ tx, actor }) => findRetention(tx, actor),
    update: ({ tx, actor, body }) => updateRetention(tx, actor, body),
  }),
]
