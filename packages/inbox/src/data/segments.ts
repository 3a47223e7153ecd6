import { savedSegments } from '@guichet/contract/operations/inbox/saved-segments.ts'
import { segments } from '@guichet/contract/operations/segments.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { useChange } from './change.ts'
import { call } from './client.ts'
import { type FilterField, type ListSearch, segmentRules } from './filters.ts'
import { queryOf } from './query-of.ts'

/** Every segment of the workspace. */
export const useSegments = () =>
  useQuery({ ...queryOf(segments.list, {}), staleTime: 60_000 }).data?.segments ?? []

/** Keeps a filter as a segment, whose members are those it holds at any time. */
export function useSaveSegment() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (of: {
      name: string
      person_type: 'user' | 'contact'
      search: ListSearch
      fields: readonly FilterField[]
    }) =>
      call(savedSegments.create, {
        body: { name: of.name, person_type: of.person_type, rules: segmentRules(of.search, of.fields) },
      }),
    meta: { failed: t('inbox.actFailed') },
    onSuccess: () => client.invalidateQueries({ queryKey: [segments.list.path] }),
  })
}

export const useDeleteSegment = () =>
  useChange(savedSegments.delete, { refresh: [segments.list], failed: t('inbox.actFailed') })
