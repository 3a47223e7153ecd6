import type { FastifyInstance } from 'fastify'
import type { Database } from '../db/database.ts'
import { comparePending, type Migration, readMigrations } from '../db/migrate.ts'
import { hasWorkspace, selectMigrations } from './health.sql.ts'

/** `/healthz`: the process answers. `/readyz`: it can serve, for its database is there, fully migrated, and has a workspace. */
export function mountHealth(app: FastifyInstance, database: Database): void {
  let migrations: Promise<Migration[]> | undefined
  app.get('/healthz', async (_, reply) => reply.headers(headers).send(JSON.stringify({ status: 'ok' })))
  app.get('/readyz', async (_, reply) => {
    migrations ??= readMigrations()
    const why = await whatIsMissing(database, await migrations)
    const body = why === undefined ? { status: 'ready' } : { status: 'not ready', reason: why }
    return reply
      .code(why === undefined ? 200 : 503)
      .headers(headers)
      .send(JSON.stringify(body))
  })
}

async function whatIsMissing(database: Database, files: Migration[]): Promise<string | undefined> {
  try {
    const waiting = comparePending(files, await selectMigrations(database.unguarded.read))
    if (waiting.length > 0) return `${waiting.length} migrations are waiting`
    return (await hasWorkspace(database.unguarded.read)) ? undefined : 'the first workspace is being made'
  } catch (error) {
    return error instanceof Error && error.message.includes('igration')
      ? error.message
      : 'the database cannot be reached'
  }
}

const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
