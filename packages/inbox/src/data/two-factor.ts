import { twoFactor } from '@guichet/contract/operations/inbox/two-factor.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.ts'
import { meQuery } from './me.ts'
import { queryOf } from './query-of.ts'

export const useTwoFactor = () => useQuery(queryOf(twoFactor.find, {})).data

/** The steps of having a second factor; each is confirmed by a code but the first. */
export function useTwoFactorSteps() {
  const client = useQueryClient()
  const refresh = () => {
    void client.invalidateQueries({ queryKey: [twoFactor.find.path] })
    void client.invalidateQueries({ queryKey: meQuery.queryKey })
  }
  const begin = useMutation({ mutationFn: () => call(twoFactor.begin, {}) })
  const confirm = useMutation({
    mutationFn: (code: string) => call(twoFactor.confirm, { body: { code } }),
    onSuccess: refresh,
  })
  const end = useMutation({
    mutationFn: (code: string) => call(twoFactor.end, { body: { code } }),
    onSuccess: refresh,
  })
  return { begin, confirm, end }
}
