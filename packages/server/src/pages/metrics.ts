import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** `/metrics`: the process and every request, by operation and class of status. Labels are bounded by the routes. */
export function mountMetrics(app: FastifyInstance): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by operation and class of status',
    labelNames: ['method', 'path', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const children = new Map<string, Histogram.Internal<string>>()
  app.addHook('onResponse', (request, reply, done) => {
    const path = request.routeOptions.url ?? 'no such route'
    const status = `${Math.trunc(reply.statusCode / 100)}xx`
    const key = `${request.method} ${path} ${status}`
    // Finding a histogram by its labels costs more than observing it.
    const child = children.get(key) ?? durations.labels(request.method, path, status)
    children.set(key, child)
    child.observe(reply.elapsedTime / 1000)
    done()
  })
  app.get('/metrics', async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()))
}
