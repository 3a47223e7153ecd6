import { admins } from '@guichet/contract/operations/admins.ts'
import { teams } from '@guichet/contract/operations/teams.ts'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from './query-of.ts'

const RARELY = { staleTime: 5 * 60_000 }

/** All teammates, those who cannot sign in among them. */
export const useAdmins = () => useQuery({ ...queryOf(admins.list, {}), ...RARELY }).data?.admins ?? []

export const useTeamsQuery = () => useQuery({ ...queryOf(teams.list, {}), ...RARELY })

/** All teams. */
export const useTeams = () => useTeamsQuery().data?.teams ?? []

/** The names of teammates and teams, by `admin-1` or `team-2`. */
export function useNames(): (type: string, id: string | number | null) => string | undefined {
  const names = new Map<string, string>([
    ...useAdmins().map(({ id, name }) => [`admin-${id}`, name] as const),
    ...useTeams().map(({ id, name }) => [`team-${id}`, name] as const),
  ])
  return (type, id) => names.get(`${type}-${id}`)
}
