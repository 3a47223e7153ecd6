import { type Clock, seconds } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Database, Tx } from '../db/database.ts'
import { DEMO_WORKSPACE, seedDemo } from '../domain/demo/index.ts'
import { hasAccounts, offerSetup, setUpNow } from '../domain/sign-in/index.ts'
import { hashToken, issueToken, selectCredential } from '../domain/token/index.ts'
import {
  createWorkspace,
  findOwner,
  listWorkspaces,
  lockWorkspaces,
  type Teammate,
} from '../domain/workspace/index.ts'
import { codeOf } from './complaint.ts'

/** What a start found or made. */
export interface FirstStart {
  workspace: { id: string; name: string; owner: string }
  /** A token issued now, to be shown this once; undefined when one was issued before. */
  token: string | undefined
  /** A one-time token to become the owner with at `/app/setup`; undefined once somebody can sign in. */
  setup: string | undefined
  /** Whether the token is the one that GUICHET_ACCESS_TOKEN names. */
  fixed: boolean
  /** Set when GUICHET_ACCESS_TOKEN cannot be used. */
  warning: string | undefined
}

/** Creates the first workspace unless there is one, and sees to it that the fixed token works. */
export async function prepareWorkspace(
  database: Database,
  config: Config,
  clock: Clock,
): Promise<FirstStart> {
  const now = seconds(clock)
  const first = await database.unguarded.transaction(tx => firstWorkspace(tx, config, now))
  if (first.token !== undefined || config.accessToken === undefined) return first
  return { ...first, ...(await ensureToken(database, first.workspace.id, config.accessToken, now)) }
}

async function firstWorkspace(tx: Tx, config: Config, now: number): Promise<FirstStart> {
  await lockWorkspaces(tx)
  const oldest = (await listWorkspaces(tx)).find(({ sandbox }) => !sandbox)
  const workspaceId = oldest?.id ?? (await makeWorkspace(tx, config, now))
  const owner = await findOwner(tx, workspaceId)
  const token = oldest ? undefined : await issue(tx, owner, config.accessToken, now)
  const setup = await offerOwnership(tx, workspaceId, config, now)
  return {
    workspace: { id: workspaceId, name: owner.workspaceName, owner: owner.email },
    setup,
    token,
    fixed: config.accessToken !== undefined,
    warning: undefined,
  }
}

/** As long as nobody can sign in, each start offers to be the first who does. */
async function offerOwnership(
  tx: Tx,
  workspaceId: string,
  { owner }: Config,
  now: number,
): Promise<string | undefined> {
  if (await hasAccounts(tx, workspaceId)) return undefined
  if (!owner) return offerSetup(tx, workspaceId, now)
  const { name } = await findOwner(tx, workspaceId)
  await setUpNow(tx, { workspaceId, name, ...owner, now })
  return undefined
}

async function makeWorkspace(tx: Tx, config: Config, now: number): Promise<string> {
  if (!config.demo) {
    const owner = { name: 'Owner', email: 'owner@example.com' }
    return (await createWorkspace(tx, { name: 'My workspace', owner, now })).id
  }
  console.log('creating a workspace with demo data (GUICHET_DEMO=0 starts with an empty one)')
  await seedDemo(tx, { workspaceId: DEMO_WORKSPACE, now })
  return DEMO_WORKSPACE
}

async function issue(tx: Tx, owner: Teammate, fixed: string | undefined, now: number): Promise<string> {
  const { workspaceId, appId, adminId } = owner
  const { token } = await issueToken(tx, {
    ...{ workspaceId, appId, adminId, label: 'made at first start', scopes: ['all'], now },
    ...(fixed && { token: fixed }),
  })
  return token
}

/** The environment's token may have changed since the first start. One that was revoked stays revoked. */
async function ensureToken(
  database: Database,
  workspaceId: string,
  fixed: string,
  now: number,
): Promise<Pick<FirstStart, 'warning'>> {
  if (await selectCredential(database.unguarded.read, hashToken(fixed))) return { warning: undefined }
  try {
    await database.transaction(async tx => issue(tx, await findOwner(tx, workspaceId), fixed, now))
    return { warning: undefined }
  } catch (error) {
    if (codeOf(error) !== UNIQUE_VIOLATION) throw error
    return { warning: 'GUICHET_ACCESS_TOKEN names a token that was revoked: it stays so.' }
  }
}

const UNIQUE_VIOLATION = '23505'
