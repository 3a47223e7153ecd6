import type { AnswerOf } from '@guichet/contract/operation.ts'
import { channels } from '@guichet/contract/operations/inbox/channels.ts'
import { mail } from '@guichet/contract/operations/inbox/mail.ts'
import { retention } from '@guichet/contract/operations/inbox/retention.ts'
import { useQuery } from '@tanstack/react-query'
import { showIn, useChange } from './change.ts'
import { queryOf } from './query-of.ts'

export type Channels = AnswerOf<typeof channels.find>
export type Retention = AnswerOf<typeof retention.find>
export type Mailbox = AnswerOf<typeof mail.list>['data'][number]

/** Whether the messenger is on a page, and what waits in the outbox. */
export const useChannels = () => useQuery(queryOf(channels.find, {}))

/** The addresses that take mail in. */
export const useMailboxes = () => useQuery(queryOf(mail.list, {}))

/** For how long things are kept. */
export const useRetention = () => useQuery(queryOf(retention.find, {}))

export const useUpdateRetention = () =>
  useChange(retention.update, {
    refresh: [retention.find],
    show: (client, { body }) => showIn<Retention>(client, retention.find, known => ({ ...known, ...body })),
  })
