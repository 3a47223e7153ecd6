import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DEMO_CLIENT_SECRET } from '../packages/server/src/domain/demo/index.ts'
import { secretOf } from '../packages/server/src/domain/part-report/index.ts'
import {
  guichet,
  ownEnvironment,
  startServerProcess,
} from '../packages/server/test/support/server-process.ts'

/** Where a walk goes, and what differs there from the fixtures of the demo workspace. */
export interface Target {
  baseUrl: string
  token: string
  fixtures?: Record<string, string>
}

/**
 * Runs `work` with a server for each version, on a fresh database: a walk uses up some of the data that it needs, and
 * on a database that others filled an id may happen to be the one of a documented example, which looks canned.
 */
export async function withOwnServer<T>(
  work: (target: (version: string) => Promise<Target>) => Promise<T>,
): Promise<T> {
  let running = new AsyncDisposableStack()
  const end = () => running.disposeAsync()
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => end().finally(() => process.exit(1)))
  return await work(async version => {
    await end()
    running = new AsyncDisposableStack()
    return start(running, `walk${version.replace('.', '').toLowerCase()}`)
  }).finally(end)
}

async function start(running: AsyncDisposableStack, workspaceId: string): Promise<Target> {
  const dataDir = await mkdtemp(join(tmpdir(), 'guichet-walk-'))
  running.defer(() => rm(dataDir, { recursive: true, force: true }))
  const env = ownEnvironment(dataDir)
  const server = await startServerProcess(env)
  running.defer(() => server.end())
  const token = await seed(workspaceId, env)
  const part_secret = secretOf(DEMO_CLIENT_SECRET, workspaceId)
  return { baseUrl: server.origin, token, fixtures: { workspace_id: workspaceId, part_secret } }
}

async function seed(workspaceId: string, env: NodeJS.ProcessEnv): Promise<string> {
  const args = [guichet, 'seed', '--workspace', workspaceId]
  const { stdout } = await promisify(execFile)(process.execPath, args, { env })
  const token = /^ {2}(\S+)$/m.exec(stdout)?.[1]
  if (!token) throw new Error(`The seed printed no token:\n${stdout}`)
  return token
}
