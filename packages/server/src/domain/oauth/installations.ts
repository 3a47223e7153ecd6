import { errors, problem } from '@guichet/contract/errors.ts'
import type { AppInstallation } from '@guichet/contract/models/app-installation.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { enqueueJob } from '../job/index.ts'
import { revokeToken } from '../token/index.ts'
import { mayInstallApps } from './authorize.ts'
import { selectInstallations, selectTokensOf, uninstallRow } from './oauth.sql.ts'

/** The apps installed in the workspace. */
export async function listInstallations(
  tx: Tx,
  actor: Actor,
): Promise<{ type: 'list'; data: Static<typeof AppInstallation>[] }> {
  mayInstallApps(actor)
  const rows = await selectInstallations(tx, actor.workspace.id)
  return {
    type: 'list',
    data: rows.map(row => ({
      ...{ type: 'app_installation', id: String(row.id), name: row.name, client_id: row.client_id },
      ...{
        scopes: row.scopes,
        own: row.owner_workspace_id === actor.workspace.id,
        installed_at: row.created_at,
      },
    })),
  }
}

/**
 * Takes an app out of the workspace: its tokens open nothing from now on, its webhooks stop, and it is told where it asked for that.
 * 404 for no such app, 409 for the one the actor acts through.
 */
export async function uninstallApp(tx: Tx, actor: Actor, id: string): Promise<undefined> {
  mayInstallApps(actor)
  const app = await byNumericId(id, async key => {
    if (key === actor.appId) throw problem(errors.conflict, 'An app cannot uninstall itself')
    const found = await uninstallRow(tx, actor.workspace.id, key, actor.now)
    return found && { ...found, appId: key }
  })
  if (!app) throw problem(errors.appNotFound)
  for (const token of await selectTokensOf(tx, actor.workspace.id, app.appId))
    await revokeToken(tx, { workspaceId: actor.workspace.id, id: token.id, now: actor.now })
  if (app.uninstall_url !== null) {
    const input = { registration_id: app.id, url: app.uninstall_url }
    await enqueueJob(tx, actor, { kind: 'app_uninstalled', resourceType: null, input })
  }
  await logActivity(tx, actor, {
    ...{ type: 'app_package_uninstallation', description: `A teammate uninstalled the app ${app.name}.` },
  })
}
