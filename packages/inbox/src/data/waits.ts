import type { AnswerOf } from '@guichet/contract/operation.ts'
import { inbox } from '@guichet/contract/operations/inbox/inbox.ts'
import { useQuery } from '@tanstack/react-query'
import type { Conversation } from './conversations.ts'
import { LIVE } from './live.ts'
import { queryOf } from './query-of.ts'

/** Why a conversation waits for somebody of its team. */
export type Wait = NonNullable<AnswerOf<typeof inbox.findWait>['waits']>

/** Whether it may be waiting for somebody of its team; whether it is, depends on how the team works. */
export const mayWait = ({ state, admin_assignee_id: admin, team_assignee_id: team }: Conversation): boolean =>
  state === 'open' && !admin && Boolean(team)

/** Why a conversation waits, where it does. */
export function useWait(conversation: Conversation): Wait | undefined {
  const enabled = mayWait(conversation)
  const { data } = useQuery({
    ...queryOf(inbox.findWait, { params: { id: conversation.id } }),
    ...LIVE.list,
    enabled,
  })
  return enabled ? (data?.waits ?? undefined) : undefined
}
