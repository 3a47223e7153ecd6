import { tags } from '@guichet/contract/operations/tags.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { queryOf } from './query-of.ts'

/** Every tag of the workspace. */
export const useTags = () => useQuery({ ...queryOf(tags.list, {}), staleTime: 60_000 }).data?.data ?? []

/** Makes a tag, or finds the one of that name. */
export function useCreateTag() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (name: string) => call(tags.create, { body: { name } }),
    meta: { failed: t('inbox.actFailed') },
    onSuccess: () => client.invalidateQueries({ queryKey: [tags.list.path] }),
  })
}
