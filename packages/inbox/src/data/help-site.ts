import type { AnswerOf, Call } from '@guichet/contract/operation.ts'
import { helpCenters } from '@guichet/contract/operations/help-centers.ts'
import { helpCenterSites } from '@guichet/contract/operations/inbox/help-center-sites.ts'
import { ticketTypes } from '@guichet/contract/operations/ticket-types.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { queryOf } from './query-of.ts'

export type HelpSite = AnswerOf<typeof helpCenterSites.find>
export type HelpSiteChange = Call<typeof helpCenterSites.update, unknown>['body']

/** How the first help center of the workspace looks. */
export function useHelpSite() {
  const id = useQuery({ ...queryOf(helpCenters.list, {}), staleTime: 60_000 }).data?.data[0]?.id
  return useQuery({
    ...queryOf(helpCenterSites.find, { params: { id: id ?? '' } }),
    enabled: id !== undefined,
  })
}

export function useChangeHelpSite(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: HelpSiteChange) => call(helpCenterSites.update, { params: { id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: [helpCenterSites.find.path] }),
    meta: { failed: t('helpSite.saveFailed') },
  })
}

/** The types of ticket that customers may ask for. */
export const useCustomerTypes = () =>
  (useQuery({ ...queryOf(ticketTypes.list, {}), staleTime: 60_000 }).data?.data ?? []).filter(
    ({ category, archived, is_internal }) => category === 'Customer' && !archived && !is_internal,
  )
