import { workspaceSettings } from '@guichet/contract/operations/inbox/workspace-settings.ts'
import { findWorkspaceSettings, updateWorkspaceSettings } from '../../domain/workspace-settings/index.ts'
import { handlers } from '../handlers.ts'

export const workspaceSettingsRoutes = handlers(workspaceSettings, {
  find: ({ tx, actor }) => findWorkspaceSettings(tx, actor),
  update: ({ tx, actor, body }) => updateWorkspaceSettings(tx, actor, body),
})
