export { createTeam, deleteTeam, listTeamSettings, updateTeam } from './team-settings.ts'
