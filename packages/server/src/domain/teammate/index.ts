export { joinWorkspace, takeSeat } from './join-workspace.ts'
export { removeTeammate } from './remove-teammate.ts'
export { listTeammates, updateTeammate } from './teammate.ts'
