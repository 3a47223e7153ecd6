import type { FastifyInstance } from 'fastify'
import type { Database } from '../db/database.ts'
import { mountHealth } from './health.ts'
import { home } from './home.ts'
import { inboxPage } from './inbox-page.ts'
import { sendPage } from './layout.ts'
import { mountMetrics } from './metrics.ts'
import { mountOpenApiDocuments } from './openapi-documents.ts'
import { mountReference } from './reference.ts'

type PageRoute = { Querystring: { lang?: string } }

/** Puts everything that is not the API on the server: pages, health, metrics, documents. */
export function mountPages(
  app: FastifyInstance,
  on: { database: Database; publicUrl: string | undefined },
): void {
  app.get<PageRoute>('/', (request, reply) => sendPage(request, reply, on.publicUrl, home))
  for (const path of ['/app', '/app/*'])
    app.get<PageRoute>(path, (request, reply) => sendPage(request, reply, on.publicUrl, inboxPage))
  mountHealth(app, on.database)
  mountMetrics(app)
  mountOpenApiDocuments(app)
  mountReference(app)
}
