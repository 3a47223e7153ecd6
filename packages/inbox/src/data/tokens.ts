import { type CreateTokenRequest, tokens } from '@guichet/contract/operations/inbox/tokens.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { queryOf } from './query-of.ts'

export const useTokens = () => useQuery(queryOf(tokens.list, {}))

export function useCreateToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Static<typeof CreateTokenRequest>) => call(tokens.create, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: [tokens.list.path] }),
  })
}

export function useRevokeToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(tokens.revoke, { params: { id } }),
    meta: { failed: t('developer.failed') },
    onSuccess: () => client.invalidateQueries({ queryKey: [tokens.list.path] }),
  })
}
