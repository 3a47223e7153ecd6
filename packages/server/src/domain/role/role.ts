import { permissionsOf, ROLES, type Role, roleNames } from '@guichet/contract/roles.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { insertRoles, selectRoles } from './role.sql.ts'

/** The roles of a workspace, made where they are missing, by their ids. */
export async function ensureRoles(tx: Tx, workspaceId: string, now: number): Promise<Record<Role, number>> {
  const named = ROLES.map(kind => ({ kind, name: roleNames[kind] }))
  await insertRoles(tx, workspaceId, named, now)
  const rows = await selectRoles(tx, workspaceId)
  const idOf = (kind: Role): number => {
    const row = rows.find(each => each.kind === kind)
    if (!row) throw new Error(`a workspace has lost its role ${kind}`)
    return row.id
  }
  return { owner: idOf('owner'), admin: idOf('admin'), agent: idOf('agent'), light: idOf('light') }
}

/** What is kept of a role, as one of the kinds there are. */
export const parseRole = (kind: string | null | undefined): Role | undefined =>
  ROLES.find(role => role === kind)

/** The roles of the workspace, and what each permits. */
export async function listRoles(tx: Tx, actor: Actor) {
  const rows = await selectRoles(tx, actor.workspace.id)
  const data = ROLES.flatMap(role => {
    const row = rows.find(({ kind }) => kind === role)
    return row ? [{ role, name: row.name, permissions: [...permissionsOf[role]] }] : []
  })
  return { type: 'list' as const, data }
}
