export {
  countSandboxes,
  nowIn,
  selectClock,
  updateClock,
  type WorkspaceClock,
} from './clock.sql.ts'
export { findOwner, findTeammate, type Teammate } from './teammate.ts'
export {
  lockWorkspaces,
  selectWorkspaceName as nameOfWorkspace,
  selectWorkspaces as listWorkspaces,
} from './workspace.sql.ts'
export { createWorkspace, type NewWorkspace, type WorkspaceCreated } from './workspace.ts'
