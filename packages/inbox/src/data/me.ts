import { sessions } from '@guichet/contract/operations/inbox/sessions.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { queryOf } from './query-of.ts'

export const meQuery = { ...queryOf(sessions.me, {}), staleTime: 5 * 60_000 }

/** Who is signed in: the account, the teammate they are here, and what they may do. */
export function useMe() {
  const { data } = useSuspenseQuery(meQuery)
  return data
}

/** Whether whoever is signed in may do something, by the name of its permission. */
export const useMay = (permission: string): boolean => useMe().permissions.includes(permission)
