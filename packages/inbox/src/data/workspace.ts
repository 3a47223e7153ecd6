import { sessions } from '@guichet/contract/operations/inbox/sessions.ts'
import { workspaceSettings } from '@guichet/contract/operations/inbox/workspace-settings.ts'
import { useQuery } from '@tanstack/react-query'
import { useChange } from './change.ts'
import { queryOf } from './query-of.ts'

/** What is set for the workspace as a whole. */
export const useWorkspace = () => useQuery(queryOf(workspaceSettings.find, {}))

export const useUpdateWorkspace = () =>
  useChange(workspaceSettings.update, { refresh: [workspaceSettings.find, sessions.me] })
