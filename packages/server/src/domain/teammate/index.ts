export { joinWorkspace, takeSeat } from './join-workspace.ts'
export { lastActive } from './last-active.ts'
export { removeTeammate } from './remove-teammate.ts'
export { listTeammates, updateTeammate } from './teammate.ts'
