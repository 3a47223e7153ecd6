import type { Server } from 'node:http'
import { afterAll, inject } from 'vitest'
import type { Clock } from '../../src/clock.ts'
import { readConfig } from '../../src/config.ts'
import { buildLog } from '../../src/log.ts'
import { compose } from '../../src/services.ts'

/** A second server on the same database, as another process would be. Closed after the test file. */
export async function startAnother(
  clock: Clock,
  env: Record<string, string> = {},
): Promise<{ origin: string; server: Server }> {
  const config = readConfig({ GUICHET_RATE_LIMIT: 'off', LOG_LEVEL: 'error', ...env })
  const log = buildLog(config.logLevel)
  const services = await compose({ config, databaseUrl: inject('databaseUrl'), clock, log, sweeping: false })
  afterAll(() => services.close())
  const origin = await services.app.listen({ port: 0, host: '127.0.0.1' })
  return { origin, server: services.app.server }
}
