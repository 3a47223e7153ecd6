import type { Role } from '@guichet/contract/roles.ts'
import { createAccount, linkAccount } from '../../src/domain/account/index.ts'
import { ensureRoles } from '../../src/domain/role/index.ts'
import { type Answer, Api } from './api.ts'
import type { Guichet, TestWorkspace } from './guichet.ts'
import { sessionOf } from './sessions.ts'

type In = Pick<TestWorkspace, 'id'>

/** Somebody who can sign in. */
export interface Member {
  accountId: number
  adminId: number
  name: string
  email: string
}

export const PASSWORD = 'a window onto the garden'

let count = 0

/** A teammate of a workspace with an account; the password, `PASSWORD` where it is wanted, takes a moment to hash. */
export async function buildMember(
  { database, clock, id: own }: Guichet,
  role: Role,
  { workspace = { id: own }, password }: { workspace?: In; password?: string } = {},
): Promise<Member> {
  count += 1
  const name = `${role} ${count}`
  const email = `${role}${count}.${workspace.id}@example.com`
  const now = clock.now()
  return database.transaction(async tx => {
    const roles = await ensureRoles(tx, workspace.id, now)
    const admin = await tx
      .insertInto('admins')
      .values({
        ...{ workspace_id: workspace.id, name, email, email_verified: true, role_id: roles[role] },
        ...{ created_at: now, updated_at: now },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const account = await createAccount(tx, { email, name, password, now })
    await linkAccount(tx, { accountId: account.id, workspaceId: workspace.id, adminId: admin.id, now })
    return { accountId: account.id, adminId: admin.id, name, email }
  })
}

/** A client that is signed in as a teammate, as a browser would be. */
export async function signedIn(guichet: Guichet, member: Pick<Member, 'accountId'>): Promise<Api> {
  return Api.ofSession(guichet.origin, await sessionOf(guichet, member))
}

/** A client of somebody new in a role. */
export const signedInAs = async (guichet: Guichet, role: Role, workspace?: In): Promise<Api> =>
  signedIn(guichet, await buildMember(guichet, role, workspace && { workspace }))

/** The client that an answer's cookie makes. */
export const enteredBy = ({ headers }: Answer, origin: string): Api =>
  Api.ofSession(origin, /guichet_session=([\w-]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '')
