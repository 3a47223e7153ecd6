import { errors, problem } from '@guichet/contract/errors.ts'
import type { RegisterAppRequest, UpdateAppRequest } from '@guichet/contract/operations/inbox/apps.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { checkTopics, readSettings } from './app.input.ts'
import { mayManageApps } from './app.policy.ts'
import { requireRegistration } from './app.require.ts'
import {
  deleteRegistration,
  insertRegistration,
  type RegistrationRow,
  selectRegistrations,
  updateRegistration,
  type Webhook,
} from './app.sql.ts'
import { type AppView, viewApp } from './app.view.ts'
import { selectInstalled, upsertInstallation } from './installation.sql.ts'

/** The apps the workspace owns. */
export async function listApps(tx: Tx, actor: Actor): Promise<{ type: 'list'; data: AppView[] }> {
  mayManageApps(actor)
  return { type: 'list', data: await viewed(tx, actor, await selectRegistrations(tx, actor.workspace.id)) }
}

/** The registrations of the workspace's own apps, for what is about them all. */
export const ownedApps = (tx: Tx, actor: Actor): Promise<RegistrationRow[]> =>
  selectRegistrations(tx, actor.workspace.id)

export async function findApp(tx: Tx, actor: Actor, id: string): Promise<AppView> {
  mayManageApps(actor)
  return viewedOne(tx, actor, await requireRegistration(tx, actor, id))
}

/** Registers an app of the workspace's own, and installs it there unless told not to. 422 for what an app cannot be. */
export async function registerApp(
  tx: Tx,
  actor: Actor,
  { install = true, ...request }: Static<typeof RegisterAppRequest>,
): Promise<AppView> {
  mayManageApps(actor)
  const { workspace, now } = actor
  const { name = '', ...settings } = readSettings(actor, request)
  const row = await insertRegistration(tx, { ownerId: workspace.id, now, name, ...settings })
  if (install) {
    await upsertInstallation(tx, {
      ...{ workspaceId: workspace.id, registrationId: row.id, name, kind: 'private', now },
    })
  }
  await tell(tx, actor, 'app_package_installation', `registered the app ${name}`)
  return viewedOne(tx, actor, row)
}

/** Installs an app in the workspace that owns it, or lets it be where it is. */
export async function installOwnApp(tx: Tx, actor: Actor, id: string): Promise<AppView> {
  mayManageApps(actor)
  const row = await requireRegistration(tx, actor, id)
  const { workspace, now } = actor
  await upsertInstallation(tx, {
    ...{ workspaceId: workspace.id, registrationId: row.id, name: row.name, kind: 'private', now },
  })
  await tell(tx, actor, 'app_package_installation', `installed the app ${row.name}`)
  return viewedOne(tx, actor, row)
}

/** The app that a workspace begins with, for tokens of its own; it may do everything. The id of its installation. */
export async function registerOwnApp(
  tx: Tx,
  { workspaceId, name, now }: { workspaceId: string; name: string; now: number },
): Promise<{ id: number }> {
  const { id } = await insertRegistration(tx, { ownerId: workspaceId, name, scopes: ['all'], now })
  return upsertInstallation(tx, { workspaceId, registrationId: id, name, kind: 'private', now })
}

/** Changes what a request names. 422 where a topic that is subscribed to would not be there any more. */
export async function updateApp(
  tx: Tx,
  actor: Actor,
  { id, request }: { id: string; request: Static<typeof UpdateAppRequest> },
): Promise<AppView> {
  mayManageApps(actor)
  const before = await requireRegistration(tx, actor, id)
  const changes = readSettings(actor, request)
  checkTopics(before.webhook_topics, { ...before, ...changes })
  const { workspace, now } = actor
  return viewedOne(
    tx,
    actor,
    await updateRegistration(tx, { ownerId: workspace.id, id: before.id, now }, changes),
  )
}

/** Changes where an app is told what. Others have checked it. */
export const changeWebhook = (
  tx: Tx,
  { workspace, now }: Actor,
  id: number,
  changes: Partial<Webhook>,
): Promise<RegistrationRow> => updateRegistration(tx, { ownerId: workspace.id, id, now }, changes)

/** Deletes an app: nothing it was given in any workspace works any more. 409 for the one that the actor acts through. */
export async function deleteApp(tx: Tx, actor: Actor, id: string): Promise<undefined> {
  mayManageApps(actor)
  const row = await requireRegistration(tx, actor, id)
  const mine = await selectInstalled(tx, actor.workspace.id, [row.id])
  if (mine.get(row.id) === actor.appId) throw problem(errors.conflict, 'An app cannot delete itself')
  await deleteRegistration(tx, actor.workspace.id, row.id)
  await tell(tx, actor, 'app_package_uninstallation', `deleted the app ${row.name}`)
}

async function viewed(tx: Tx, actor: Actor, rows: RegistrationRow[]): Promise<AppView[]> {
  const installed = await selectInstalled(
    tx,
    actor.workspace.id,
    rows.map(row => row.id),
  )
  return rows.map(row => viewApp(row, installed.has(row.id)))
}

async function viewedOne(tx: Tx, actor: Actor, row: RegistrationRow): Promise<AppView> {
  return viewApp(row, (await selectInstalled(tx, actor.workspace.id, [row.id])).has(row.id))
}

const tell = (
  tx: Tx,
  actor: Actor,
  type: 'app_package_installation' | 'app_package_uninstallation',
  what: string,
): Promise<void> => logActivity(tx, actor, { type, description: `A teammate ${what}.` })
