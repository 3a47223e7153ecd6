export { createWorkspace, type NewWorkspace, type WorkspaceCreated } from './workspace.ts'
