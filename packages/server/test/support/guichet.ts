import { afterAll, inject } from 'vitest'
import type { Clock } from '../../src/clock.ts'
import { readConfig } from '../../src/config.ts'
import type { Database } from '../../src/db/database.ts'
import type { Clockwork } from '../../src/domain/sandbox/index.ts'
import { issueToken } from '../../src/domain/token/index.ts'
import { createWorkspace, type WorkspaceCreated } from '../../src/domain/workspace/index.ts'
import { buildLog } from '../../src/log.ts'
import { compose } from '../../src/services.ts'
import { Api } from './api.ts'

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  #ms = Date.now()

  ms(): number {
    return this.#ms
  }

  /** The time in seconds. */
  now(): number {
    return Math.floor(this.#ms / 1000)
  }

  advance(seconds: number): void {
    this.#ms += seconds * 1000
  }
}

/** A workspace of a test's own, and a client that may do everything in it. */
export interface TestWorkspace extends WorkspaceCreated {
  api: Api
  token: string
}

/** A real server on a real database, with a workspace of its own. Closed after the test file. */
export interface Guichet extends TestWorkspace {
  database: Database
  clock: TestClock
  /** What is due is done when it is run. */
  clockwork: Clockwork
  origin: string
  createWorkspace(options?: { timezone?: string; scopes?: string[] }): Promise<TestWorkspace>
}

/** Starts a server for a test file, on the run's database unless `DATABASE_URL` names another. */
export async function startGuichet(env: Record<string, string> = {}): Promise<Guichet> {
  const clock = new TestClock()
  const config = readConfig({ GUICHET_RATE_LIMIT: 'off', LOG_LEVEL: 'error', ...env })
  const services = await compose({
    config,
    databaseUrl: config.databaseUrl ?? inject('databaseUrl'),
    clock,
    log: buildLog(config.logLevel),
    sweeping: false,
  })
  afterAll(() => services.close())
  const origin = await services.app.listen({ port: 0, host: '127.0.0.1' })
  const { database } = services
  const another: Guichet['createWorkspace'] = async ({ timezone = 'UTC', scopes = ['all'] } = {}) =>
    database.transaction(async tx => {
      const owner = { name: 'Ada Owner', email: 'ada@example.com' }
      const workspace = await createWorkspace(tx, { name: 'Test', timezone, owner, now: clock.now() })
      const { id, appId, ownerId } = workspace
      const { token } = await issueToken(tx, {
        ...{ workspaceId: id, appId, adminId: ownerId, label: 'test', scopes, now: clock.now() },
      })
      return { ...workspace, token, api: new Api(origin, token) }
    })
  const { clockwork } = services
  return { ...(await another()), database, clock, clockwork, origin, createWorkspace: another }
}
