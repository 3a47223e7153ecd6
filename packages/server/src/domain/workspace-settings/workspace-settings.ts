import { invalid, missing } from '@guichet/contract/errors.ts'
import type { WorkspaceSettings } from '@guichet/contract/models/workspace-settings.ts'
import type { UpdateWorkspaceSettingsRequest } from '@guichet/contract/operations/inbox/workspace-settings.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import {
  readLanguage,
  selectWorkspace,
  updateWorkspace,
  type WorkspaceRow,
} from './workspace-settings.sql.ts'

export type { MailLanguage } from './workspace-settings.sql.ts'

type View = Static<typeof WorkspaceSettings>

const maySee = permission('use_app')
const mayChange = permission('manage_workspace')

/** What the workspace is called, and where and how it lives. */
export async function findWorkspaceSettings(tx: Tx, actor: Actor): Promise<View> {
  maySee(actor)
  return view(await selectWorkspace(tx, actor.workspace.id))
}

/** Changes what a request names of the workspace; 400 for no name and for a time zone that does not exist. */
export async function updateWorkspaceSettings(
  tx: Tx,
  actor: Actor,
  { name, timezone, language }: Static<typeof UpdateWorkspaceSettingsRequest>,
): Promise<View> {
  mayChange(actor)
  const change = {
    ...(name !== undefined && { name: readName(name) }),
    ...(timezone !== undefined && { timezone: readZone(timezone) }),
    ...(language !== undefined && { language }),
  }
  const before = await selectWorkspace(tx, actor.workspace.id)
  await updateWorkspace(tx, actor, change)
  const after = await selectWorkspace(tx, actor.workspace.id)
  if (after.name !== before.name)
    await logActivity(tx, actor, {
      ...{ type: 'app_name_change', description: `Renamed the workspace to ${after.name}.` },
      metadata: { before: before.name, after: after.name },
    })
  if (after.timezone !== before.timezone)
    await logActivity(tx, actor, {
      ...{ type: 'app_timezone_change', description: `Moved the workspace to ${after.timezone}.` },
      metadata: { before: before.timezone, after: after.timezone },
    })
  return view(after)
}

function readName(given: string): string {
  const name = given.trim()
  if (name === '') throw missing('name')
  if (name.length > LONGEST_NAME) throw invalid(`name may have at most ${LONGEST_NAME} characters`, 'name')
  return name
}

const LONGEST_NAME = 255

function readZone(timezone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone && timezone
  } catch {
    throw invalid('timezone is not the name of a time zone', 'timezone')
  }
}

const view = ({ language, ...row }: WorkspaceRow): View => ({
  ...{ ...row, type: 'workspace_settings', language: readLanguage(language) },
})
