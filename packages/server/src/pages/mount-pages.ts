import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Letter } from '../domain/help-reader/index.ts'
import { hasAccounts } from '../domain/sign-in/index.ts'
import { listWorkspaces } from '../domain/workspace/index.ts'
import { mountDemo } from './demo/mount-demo.ts'
import { mountHealth } from './health.ts'
import { mountHelp } from './help/mount-help.ts'
import { home } from './home.ts'
import { sendPage } from './layout.ts'
import { mountMessenger } from './messenger.ts'
import { mountMetrics, type Shared } from './metrics.ts'
import { mountOpenApiDocuments } from './openapi-documents.ts'
import { mountReference } from './reference.ts'
import { mountTeammateApp } from './teammate-app.ts'

type PageRoute = { Querystring: { lang?: string } }

/** Puts everything that is not the API on the server: pages, health, metrics, documents. */
export function mountPages(
  app: FastifyInstance,
  on: {
    database: Database
    clock: Clock
    publicUrl: string | undefined
    appFolder: string
    messengerFolder: string
    redis: Shared | undefined
    files: Letter['files']
  },
): void {
  app.get<PageRoute>('/', async (request, reply) => {
    const isClaimed = await hasOwner(on.database)
    return sendPage(request, reply, on.publicUrl, reader => home(reader, isClaimed))
  })
  mountTeammateApp(app, on.appFolder)
  mountMessenger(app, { folder: on.messengerFolder, publicUrl: on.publicUrl })
  mountDemo(app, on)
  mountHelp(app, on)
  mountHealth(app, on.database)
  mountMetrics(app, on.redis)
  mountOpenApiDocuments(app)
  mountReference(app)
}

/** Whether somebody can sign in to the workspace that the first start made. */
async function hasOwner({ unguarded: { read } }: Database): Promise<boolean> {
  const oldest = (await listWorkspaces(read)).find(({ sandbox }) => !sandbox)
  return oldest !== undefined && hasAccounts(read, oldest.id)
}
