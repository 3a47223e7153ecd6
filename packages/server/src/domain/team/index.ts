export { replaceTeamMembers } from './team.members.ts'
export { findTeam, listTeams, requireTeam } from './team.ts'
export type { TeamView } from './team.view.ts'
