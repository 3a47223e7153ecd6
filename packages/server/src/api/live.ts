import { invalid } from '@guichet/contract/errors.ts'
import { live } from '@guichet/contract/operations/inbox/live.ts'
import { messengerLive } from '@guichet/contract/operations/messenger/live.ts'
import { announceContact, announceTeammate } from '../domain/presence/index.ts'
import { handlers, type MemberRoute } from './handlers.ts'

export const liveRoutes: MemberRoute[] = [
  ...handlers(live, {
    stream: async ({ actor, live: streams, query }) => streams.stream(actor, sinceOf(query.since)),
    present: async ({ tx, actor, live: streams, body }) => {
      const { presence, contactIds } = await announceTeammate(tx, actor, body)
      streams.announce(presence, contactIds)
      return undefined
    },
  }),
  ...handlers(messengerLive, {
    stream: async ({ actor, live: streams, query }) => streams.stream(actor, sinceOf(query.since)),
    typing: async ({ tx, actor, live: streams, params, body }) => {
      streams.announce(await announceContact(tx, actor, { id: params.id, typing: body.typing }), [])
      return undefined
    },
  }),
]

/** The sequence that a reader knows everything up to; 400 for what is none. */
function sinceOf(given: string | undefined): number | undefined {
  if (given === undefined || given === '') return undefined
  if (!/^\d{1,15}$/.test(given)) throw invalid('since must be a sequence', 'since')
  return Number(given)
}
