import type { AnswerOf } from '@guichet/contract/operation.ts'
import { admins } from '@guichet/contract/operations/admins.ts'
import { teammates } from '@guichet/contract/operations/inbox/teammates.ts'
import { useQuery } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { showIn, useChange } from './change.ts'
import { queryOf } from './query-of.ts'

export type Teammate = AnswerOf<typeof teammates.list>['data'][number]
export type Invitation = AnswerOf<typeof teammates.invitations>['data'][number]
export type Role = Invitation['role']

/** Everybody in the workspace, with their roles. */
export const useTeammates = () => useQuery(queryOf(teammates.list, {}))

export const useRoles = () => useQuery(queryOf(teammates.roles, {}))

export const useInvitations = (enabled: boolean) =>
  useQuery({ ...queryOf(teammates.invitations, {}), enabled })

export const useInvite = () => useChange(teammates.invite, { refresh: [teammates.invitations] })

export const useResend = () =>
  useChange(teammates.invite, { refresh: [teammates.invitations], failed: t('settings.failed') })

export const useWithdraw = () => useChange(teammates.withdraw, { refresh: [teammates.invitations] })

/** Changes a role or a seat, which shows at once. */
export const useUpdateTeammate = () =>
  useChange(teammates.update, {
    refresh: [teammates.list],
    failed: t('settings.failed'),
    show: (client, { params, body }) =>
      showIn<AnswerOf<typeof teammates.list>>(client, teammates.list, known => ({
        ...known,
        data: known.data.map(each => (each.id === params.id ? { ...each, ...body } : each)),
      })),
  })

export const useRemoveTeammate = () =>
  useChange(teammates.remove, { refresh: [teammates.list, admins.list], failed: t('settings.failed') })
