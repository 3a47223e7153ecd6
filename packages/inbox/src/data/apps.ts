import type { AnswerOf } from '@guichet/contract/operation.ts'
import { appInstallations } from '@guichet/contract/operations/inbox/app-installations.ts'
import {
  apps,
  type RegisterAppRequest,
  type UpdateAppRequest,
} from '@guichet/contract/operations/inbox/apps.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { queryOf } from './query-of.ts'

export type App = AnswerOf<typeof apps.find>

/** The apps the workspace owns. */
export const useApps = () => useQuery(queryOf(apps.list, {}))

export type Installation = AnswerOf<typeof appInstallations.list>['data'][number]

/** The apps that the workspace has, whoever made them. */
export const useInstallations = () => useQuery(queryOf(appInstallations.list, {}))

const refresh = (client: QueryClient) =>
  Promise.all(
    [apps.list.path, appInstallations.list.path].map(path => client.invalidateQueries({ queryKey: [path] })),
  )

/** Installs an app of the workspace's own. */
export function useInstallApp() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(apps.install, { params: { id } }),
    meta: { failed: t('developer.failed') },
    onSuccess: () => refresh(client),
  })
}

/** Takes an app out of the workspace. */
export function useUninstall() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(appInstallations.uninstall, { params: { id } }),
    meta: { failed: t('developer.failed') },
    onSuccess: () => refresh(client),
  })
}

export function useRegisterApp() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Static<typeof RegisterAppRequest>) => call(apps.register, { body }),
    onSuccess: () => refresh(client),
  })
}

export function useUpdateApp(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Static<typeof UpdateAppRequest>) => call(apps.update, { params: { id }, body }),
    onSuccess: () => refresh(client),
  })
}

export function useDeleteApp(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(apps.delete, { params: { id } }),
    meta: { failed: t('developer.failed') },
    onSuccess: () => refresh(client),
  })
}

/** Shows the secrets of an app, makes a second one live, or retires the first. They are not kept once they are put away. */
export const useSecrets = (id: string) =>
  useMutation({
    mutationFn: (act: 'reveal' | 'rotate' | 'retire') => call(apps[act], { params: { id } }),
    meta: { failed: t('developer.failed') },
    gcTime: 0,
  })
