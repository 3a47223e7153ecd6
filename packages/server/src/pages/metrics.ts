import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What is told of the Redis that processes share. */
export interface Shared {
  readonly isUp: boolean
  readonly failures: number
}

/** `/metrics`: the process and every request, by operation and class of status. Labels are bounded by the routes. */
export function mountMetrics(app: FastifyInstance, redis: Shared | undefined): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  if (redis) observeRedis(redis, registry)
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

function observeRedis(redis: Shared, registry: Registry): void {
  const registers = [registry]
  new Gauge({
    name: 'guichet_redis_up',
    help: 'Whether the Redis that processes share is there: 0 while each process goes by itself',
    registers,
    collect() {
      this.set(redis.isUp ? 1 : 0)
    },
  })
  new Counter({
    name: 'guichet_redis_failures_total',
    help: 'How often Redis was asked and did not answer',
    registers,
    collect() {
      this.reset()
      this.inc(redis.failures)
    },
  })
}
