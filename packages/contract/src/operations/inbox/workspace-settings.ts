import { MAIL_LANGUAGES, WorkspaceSettings } from '../../models/workspace-settings.ts'
import { family } from '../../operation.ts'
import { model, oneOf, optional, Type } from '../../schema.ts'

export const UpdateWorkspaceSettingsRequest = model('update_workspace_settings_request', {
  name: optional(Type.String()),
  timezone: optional(Type.String()),
  language: optional(oneOf(...MAIL_LANGUAGES)),
})

/** What is set for a workspace as a whole. */
export const workspaceSettings = family({
  find: {
    method: 'GET',
    path: '/app/api/workspace',
    scope: 'use_app',
    summary: 'What the workspace is called, and where and how it lives',
    answer: WorkspaceSettings,
  },
  update: {
    method: 'PATCH',
    path: '/app/api/workspace',
    scope: 'manage_workspace',
    summary: 'Change what the workspace is called, its time zone or its language',
    body: UpdateWorkspaceSettingsRequest,
    answer: WorkspaceSettings,
  },
})
