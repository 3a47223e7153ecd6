import { problem } from '@guichet/contract/errors.ts'
import type { Sandbox } from '@guichet/contract/models/sandbox.ts'
import type { CreateSandboxRequest } from '@guichet/contract/operations/sandbox.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Database, Tx } from '../../db/database.ts'
import { workspaceId } from '../../db/ids.ts'
import { linkAccount } from '../account/index.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import { seedDemo } from '../demo/index.ts'
import { issueToken } from '../token/index.ts'
import { countSandboxes, createWorkspace, findOwner } from '../workspace/index.ts'
import { mayMakeSandboxes } from './sandbox.policy.ts'
import { takeSeed } from './seed.sql.ts'

/** A workspace may have this many sandboxes. */
const MOST = 5

export interface NewSandbox {
  id: string
  name: string
  seed: 'demo' | 'empty'
  owner: { name: string; email: string }
  /** The workspace it is made from, where it is made from one. */
  of: string | null
  /** The account of somebody who is to enter it as its owner. */
  accountId?: number | undefined
  now: number
}

/** Makes a workspace to try things in, with a token that may do everything there; who made it on a page of ours enters it as they are. 422 where there are too many. */
export async function createSandbox(
  database: Database,
  actor: Actor,
  { name = 'Sandbox', seed = 'empty' }: Static<typeof CreateSandboxRequest>,
): Promise<Static<typeof Sandbox>> {
  mayMakeSandboxes(actor)
  return database.unguarded.transaction(async tx => {
    if ((await countSandboxes(tx, actor.workspace.id)) >= MOST)
      throw problem({
        status: 422,
        code: 'parameter_invalid',
        message: `A workspace has at most ${MOST} sandboxes`,
      })
    const owner = await requireAdmin(tx, actor, undefined)
    const id = workspaceId()
    const { name: who, email } = owner
    const { token } = await makeSandbox(tx, {
      ...{ id, name, seed, owner: { name: who, email }, of: actor.workspace.id, now: actor.now },
      accountId: actor.session?.accountId,
    })
    return { type: 'sandbox', workspace_id: id, name, access_token: token }
  }, actor.now)
}

/** Makes a sandbox; needs the unguarded lane. The token is part of its seed. */
export async function makeSandbox(tx: Tx, of: NewSandbox): Promise<{ token: string }> {
  const { id, name, owner, accountId, now } = of
  const sandbox = { of: of.of }
  if (of.seed === 'demo') await seedDemo(tx, { workspaceId: id, now, sandbox: { ...sandbox, name } })
  else await createWorkspace(tx, { id, name, owner, now, sandbox })
  const { appId, adminId } = await findOwner(tx, id)
  if (accountId !== undefined) await linkAccount(tx, { accountId, workspaceId: id, adminId, now })
  const issued = await issueToken(tx, {
    ...{ workspaceId: id, appId, adminId, label: 'made with the sandbox', scopes: ['all'], now },
  })
  await takeSeed(tx, id)
  return issued
}
