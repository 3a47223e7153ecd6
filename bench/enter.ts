import { openDatabase } from '../packages/server/src/db/database.ts'
import { createAccount, linkAccount } from '../packages/server/src/domain/account/index.ts'
import { beginSession } from '../packages/server/src/domain/session/index.ts'
import { issueToken } from '../packages/server/src/domain/token/index.ts'
import { findOwner, listWorkspaces } from '../packages/server/src/domain/workspace/index.ts'

/** What it takes to be the first teammate of the first workspace there is. */
export interface Entered {
  workspaceId: string
  token: string
  session: string
}

/** The first teammate, signed in, and a token of their app. */
export async function enter(url: string, origin: string): Promise<Entered> {
  const database = openDatabase(url)
  const now = Math.floor(Date.now() / 1000)
  try {
    return await database.unguarded.transaction(async tx => {
      const [workspace] = await listWorkspaces(tx)
      const { workspaceId, appId, adminId } = await findOwner(tx, workspace?.id ?? '')
      const { token } = await issueToken(tx, {
        ...{ workspaceId, appId, adminId, label: 'bench', scopes: ['all'], now },
      })
      const { id: accountId } = await createAccount(tx, {
        email: 'bench@example.com',
        name: 'Bench',
        password: undefined,
        now,
      })
      await linkAccount(tx, { accountId, workspaceId, adminId, now })
      const guest = { now, origin, ip: '127.0.0.1', userAgent: 'bench', strict: false }
      const session = await beginSession(tx, guest, { accountId, method: 'password', secondFactor: true })
      return { workspaceId, token, session: session.token }
    })
  } finally {
    await database.close()
  }
}
