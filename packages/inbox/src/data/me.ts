import { admins } from '@guichet/contract/operations/admins.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { queryOf } from './query-of.ts'

export const meQuery = { ...queryOf(admins.identify, {}), staleTime: 5 * 60_000 }

/** Who is signed in. */
export function useMe() {
  const { data } = useSuspenseQuery(meQuery)
  return data
}
