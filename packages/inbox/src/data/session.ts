import { inbox } from '@guichet/contract/operations/inbox/inbox.ts'
import {
  type ChangePasswordRequest,
  sessions,
  type UpdateMeRequest,
} from '@guichet/contract/operations/inbox/sessions.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { meQuery } from './me.ts'
import { queryOf } from './query-of.ts'
import { addressAfterSignIn } from './sign-in-address.ts'

/** Everything is loaded anew by whoever comes in: nothing of the one before stays. */
export const enterApp = (): void => window.location.assign(addressAfterSignIn())

export const useSignOut = () =>
  useMutation({
    mutationFn: () => call(sessions.endCurrent, {}),
    meta: { failed: t('inbox.actFailed') },
    onSuccess: () => window.location.assign('/app/sign-in'),
  })

export function useUpdateMe() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Static<typeof UpdateMeRequest>) => call(sessions.updateMe, { body }),
    onSuccess: me => client.setQueryData(meQuery.queryKey, me),
  })
}

export const useChangePassword = () =>
  useMutation({
    mutationFn: (body: Static<typeof ChangePasswordRequest>) => call(sessions.changePassword, { body }),
  })

/** Goes on in another workspace. */
export const useEnterWorkspace = () =>
  useMutation({
    mutationFn: (id: string) => call(sessions.enter, { body: { workspace_id: id } }),
    meta: { failed: t('inbox.actFailed') },
    onSuccess: () => window.location.assign('/app/inbox'),
  })

interface SetAway {
  away: boolean
  /** The id of why, where one says. */
  reason?: string
  /** Whether others get what is open with one. */
  reassign?: boolean
}

/** Away: nothing new is assigned to one. Shown at once, taken back where it is refused. */
export function useSetAway() {
  const client = useQueryClient()
  const show = ({ away, reassign = false }: SetAway) =>
    client.setQueryData(
      meQuery.queryKey,
      me =>
        me && {
          ...me,
          admin: { ...me.admin, away_mode_enabled: away, away_mode_reassign: away && reassign },
        },
    )
  return useMutation({
    mutationFn: ({ away, reason, reassign = false }: SetAway) =>
      call(inbox.setAway, {
        body: { away, reassign, ...(reason !== undefined && { away_status_reason_id: reason }) },
      }),
    meta: { failed: t('inbox.actFailed') },
    onMutate: show,
    onError: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
  })
}

export const useSessions = () => useQuery(queryOf(sessions.list, {}))

/** Ends one session, or with nothing all but this one. */
export function useEndSession() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string | undefined) =>
      id === undefined ? call(sessions.endOthers, {}) : call(sessions.end, { params: { id } }),
    meta: { failed: t('inbox.actFailed') },
    onSuccess: () => client.invalidateQueries({ queryKey: [sessions.list.path] }),
  })
}
