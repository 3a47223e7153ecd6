import { inbox } from '@guichet/contract/operations/inbox/inbox.ts'
import { useQuery } from '@tanstack/react-query'
import { called, calledAuthor } from '../text/called.ts'
import { call } from './client.ts'
import type { Conversation } from './conversations.ts'

/** What the customer of a conversation is called: whoever began it, else whom the team wrote to; empty until that is known. */
export function useCustomerName(conversation: Conversation | undefined): string {
  const { id = '', source } = conversation ?? {}
  const isOurs = source !== undefined && isOfTeam(source.author)
  const { data: name } = useQuery({
    queryKey: ['customer', id],
    // As lists tell it: what is loaded for whole people comes later.
    queryFn: async ({ signal }) => {
      const body = { query: { field: 'id', operator: '=', value: id } }
      const [item] = (await call(inbox.list, { body, signal })).data
      return item?.person ? called(item.person) : ''
    },
    enabled: isOurs,
  })
  if (source && !isOurs) return calledAuthor(source.author)
  return name ?? ''
}

/** Whether somebody is of the team, or a bot. */
export const isOfTeam = ({ type }: { type: string }): boolean => ['admin', 'bot', 'team'].includes(type)
