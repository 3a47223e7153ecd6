import type { AnswerOf } from '@guichet/contract/operation.ts'
import { teamSettings } from '@guichet/contract/operations/inbox/team-settings.ts'
import { teams } from '@guichet/contract/operations/teams.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { useChange } from './change.ts'
import { type CallOf, call } from './client.ts'
import { queryOf } from './query-of.ts'

export type TeamSettings = AnswerOf<typeof teamSettings.list>['data'][number]

const refresh = [teamSettings.list, teams.list]

/** Who has how much in hand changes with every conversation. */
const NOW_AND_THEN_MS = 5_000

/** The teams, with how they work and who has how much in hand, as it is by the moment. */
export const useTeamSettings = () =>
  useQuery({ ...queryOf(teamSettings.list, {}), refetchInterval: NOW_AND_THEN_MS })

export const useCreateTeam = () => useChange(teamSettings.create, { refresh })

export const useDeleteTeam = () => useChange(teamSettings.delete, { refresh, failed: t('settings.failed') })

/** Changes how a team works and who is in it, those among them who back up the others; which are two operations. */
export function useUpdateTeam(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({
      members,
      backups,
      ...body
    }: CallOf<typeof teamSettings.update>['body'] & Record<'members' | 'backups', readonly string[]>) => {
      await call(teamSettings.update, { params: { id }, body })
      const ids = (wanted: boolean) => members.filter(each => backups.includes(each) === wanted).map(Number)
      const admin_priority_level = { primary_admin_ids: ids(false), secondary_admin_ids: ids(true) }
      await call(teams.update, {
        params: { id },
        body: { admin_ids: members.map(Number), admin_priority_level },
      })
    },
    onSettled: () => Promise.all(refresh.map(({ path }) => client.invalidateQueries({ queryKey: [path] }))),
  })
}
