import { errors, problem } from '@guichet/contract/errors.ts'
import type { AdminWithApp } from '@guichet/contract/models/admin.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { mayReadAdmins, mayReadOneAdmin } from './admin.policy.ts'
import { selectAdmins, selectApp } from './admin.sql.ts'
import { type AdminView, viewAdmin, viewAdminWithApp, viewAdminWithAvatar } from './admin.view.ts'

/** The teammate the token acts as, and the workspace. */
export async function identifyAdmin(tx: Tx, actor: Actor): Promise<Static<typeof AdminWithApp>> {
  mayReadOneAdmin(actor)
  const [[row], app] = await Promise.all([
    selectAdmins(tx, actor.workspace.id, [actor.adminId]),
    selectApp(tx, actor.workspace.id),
  ])
  if (!row) throw problem(errors.adminNotFound)
  return viewAdminWithApp(row, app)
}

/** Every teammate; with their avatars when asked for. */
export async function listAdmins(tx: Tx, actor: Actor, query: { display_avatar?: boolean }) {
  mayReadAdmins(actor)
  const rows = await selectAdmins(tx, actor.workspace.id)
  return {
    type: 'admin.list' as const,
    admins: rows.map(query.display_avatar ? viewAdminWithAvatar : viewAdmin),
  }
}

/** One teammate; 404 when there is none. */
export async function findAdmin(tx: Tx, actor: Actor, id: string): Promise<AdminView> {
  mayReadOneAdmin(actor)
  const [view] = (await byNumericId(id, key => viewAdmins(tx, actor, [key]))) ?? []
  if (!view) throw problem(errors.adminNotFound)
  return view
}

/** The teammates of some ids, in the order of their ids. */
export async function viewAdmins(
  tx: Tx,
  actor: Actor,
  ids: number[],
  { withRemoved = false }: { withRemoved?: boolean } = {},
): Promise<AdminView[]> {
  const rows = await selectAdmins(tx, actor.workspace.id, ids, withRemoved)
  return rows.map(viewAdmin)
}
