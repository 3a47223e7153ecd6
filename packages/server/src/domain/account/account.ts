import { invalid, problem } from '@guichet/contract/errors.ts'
import type { Role } from '@guichet/contract/roles.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Workspace } from '../actor.ts'
import { parseRole } from '../role/index.ts'
import {
  type AccountRow,
  insertAccount,
  selectAccount,
  selectAccountByEmail,
  selectLinks,
  selectStanding,
  updateAccount,
  upsertLink,
} from './account.sql.ts'
import { hashPassword, readPassword } from './password.ts'

/** Somebody who can sign in. `password` undefined for one who does so elsewhere; 422 where it is too weak. */
export async function createAccount(
  tx: Tx,
  input: { email: string; name: string; password: string | undefined; now: number },
): Promise<AccountRow> {
  const passwordHash = input.password === undefined ? null : await hashPassword(readPassword(input.password))
  return insertAccount(tx, {
    ...{ email: readEmail(input.email), name: readName(input.name), passwordHash, now: input.now },
  })
}

/** Makes an account a teammate of a workspace. */
export const linkAccount = upsertLink

export async function findAccount(tx: Tx, id: number): Promise<AccountRow> {
  const account = await selectAccount(tx, id)
  if (!account) throw problem(signInErrors.notSignedIn)
  return account
}

export const findAccountByEmail = (tx: Tx, email: string): Promise<AccountRow | undefined> =>
  selectAccountByEmail(tx, plainEmail(email))

export const renameAccount = (tx: Tx, id: number, name: string, now: number): Promise<void> =>
  updateAccount(tx, id, { name: readName(name) }, now)

/** Sets a password; 422 where it is too weak. */
export async function changePassword(tx: Tx, id: number, password: string, now: number): Promise<void> {
  const hash = await hashPassword(readPassword(password))
  await updateAccount(tx, id, { password_hash: hash, password_changed_at: now }, now)
}

/** A workspace as one of its teammates sees it. */
export interface Membership {
  workspace: Workspace
  adminId: number
  role: Role
  /** The app that our own pages act through. */
  appId: number
}

/** The workspaces an account belongs to, the one lately entered first. */
export async function workspacesOf(tx: Tx, accountId: number): Promise<Membership[]> {
  const links = await selectLinks(tx, accountId)
  const found = await Promise.all(
    links.map(async ({ admin_id: adminId, ...workspace }) => {
      const standing = await selectStanding(tx, workspace.id, adminId)
      const role = parseRole(standing?.role)
      return role && standing ? [{ workspace, adminId, role, appId: standing.app_id ?? 0 }] : []
    }),
  )
  return found.flat()
}

/** An e-mail address as it is kept: 400 for what cannot be one. */
export function readEmail(given: string): string {
  const email = plainEmail(given)
  if (email.length > 320 || !/^[^\s@]+@[^\s@]+$/.test(email))
    throw invalid('email must be an e-mail address', 'email')
  return email
}

/** An address as it is compared. */
export const plainEmail = (email: string): string => email.trim().toLowerCase()

function readName(given: string): string {
  const name = given.trim()
  if (name === '' || name.length > 255) throw invalid('name must have 1 to 255 characters', 'name')
  return name
}
