import { mkdir } from 'node:fs/promises'
import { systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { buildLog } from '../log.ts'
import { compose } from '../services.ts'

/** `guichet start`: serves everything on one port until it is told to stop. */
export async function start(config: Config): Promise<void> {
  const log = buildLog(config.logLevel)
  await mkdir(config.dataDir, { recursive: true })
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ dataDir: config.dataDir })
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? ''
  await migrate(databaseUrl)
  const services = await compose({ config, databaseUrl, clock: systemClock, log })
  const origin = await services.app.listen({ port: config.port, host: config.host })
  console.log(`Guichet listens on ${origin}`)
  onSignal(async () => {
    await services.close()
    await embedded?.stop()
  })
}

/** Stops once, at the first of the two signals; a second one ends the process where it stands. */
function onSignal(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      stop().then(
        () => process.exit(0),
        error => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}
