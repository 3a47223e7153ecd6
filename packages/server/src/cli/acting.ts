import { seconds, systemClock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Actor } from '../domain/actor.ts'
import { systemActor } from '../domain/system-actor.ts'
import { findTeammate, listWorkspaces } from '../domain/workspace/index.ts'
import { chooseWorkspace } from './choose-workspace.ts'
import { Complaint } from './complaint.ts'

/** Whoever acts for a command: the first teammate of the workspace that is asked for, through the workspace's own app. */
export async function actingFor(database: Database, asked: string | undefined): Promise<Actor> {
  const workspaceId = await chooseWorkspace(database, asked)
  const workspace = (await listWorkspaces(database.unguarded.read)).find(each => each.id === workspaceId)
  const owner = await findTeammate(database.read, workspaceId)
  if (!workspace || !owner) throw new Complaint(`Workspace ${workspaceId} has no teammate to act for.`)
  const actor = systemActor({ workspace, operatorId: owner.adminId, now: seconds(systemClock) })
  return { ...actor, appId: owner.appId }
}
