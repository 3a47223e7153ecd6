import type { AnswerOf } from '@guichet/contract/operation.ts'
import { brands } from '@guichet/contract/operations/brands.ts'
import { emails } from '@guichet/contract/operations/emails.ts'
import { helpCenters } from '@guichet/contract/operations/help-centers.ts'
import { brandSettings } from '@guichet/contract/operations/inbox/brand-settings.ts'
import { messengerSettings } from '@guichet/contract/operations/inbox/messenger-settings.ts'
import { useQuery } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { useChange } from './change.ts'
import { call } from './client.ts'
import { queryClient } from './query.ts'
import { queryOf } from './query-of.ts'

export type MessengerSettings = AnswerOf<typeof messengerSettings.find>
export type Brand = AnswerOf<typeof brands.list>['data'][number]

/** How the messenger looks and what it holds. */
export const useMessengerSettings = () => useQuery(queryOf(messengerSettings.find, {}))

export const useUpdateMessenger = () =>
  useChange(messengerSettings.update, { refresh: [messengerSettings.find] })

export const useBrands = () => useQuery(queryOf(brands.list, {}))

export const useCreateBrand = () => useChange(brandSettings.create, { refresh: [brands.list] })

export const useUpdateBrand = () =>
  useChange(brandSettings.update, { refresh: [brands.list], failed: t('settings.failed') })

export async function deleteBrand(id: string): Promise<void> {
  await call(brandSettings.delete, { params: { id } })
  await queryClient.invalidateQueries({ queryKey: [brands.list.path] })
}

/** What brands can go by: help centers, and addresses to send from. */
export const useHelpCenters = () => useQuery(queryOf(helpCenters.list, {})).data?.data ?? []

export const useAddresses = () => useQuery(queryOf(emails.list, {})).data?.data ?? []
