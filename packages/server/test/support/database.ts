import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type EmbeddedPostgres, startEmbedded } from '../../src/db/embedded.ts'
import { migrate } from '../../src/db/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** One migrated database for the whole run; tests keep apart by making workspaces of their own. */
    databaseUrl: string
  }
}

let postgres: EmbeddedPostgres | undefined
let dataDir: string | undefined

export async function setup(project: TestProject): Promise<void> {
  dataDir = await mkdtemp(join(tmpdir(), 'guichet-test-'))
  postgres = await startEmbedded({ dataDir, durable: false })
  await migrate(postgres.url)
  project.provide('databaseUrl', postgres.url)
}

export async function teardown(): Promise<void> {
  await postgres?.stop()
  if (dataDir) await rm(dataDir, { recursive: true, force: true })
}
