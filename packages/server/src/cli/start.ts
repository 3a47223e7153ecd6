import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { buildApp } from '@guichet/inbox/build.ts'
import { buildMessenger } from '@guichet/messenger/build.ts'
import { systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { EmbeddedPostgres } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { buildLog } from '../log.ts'
import { compose, type Services } from '../services.ts'
import type { Command } from './command.ts'
import { readOptions } from './command.ts'
import { Complaint, codeOf } from './complaint.ts'
import { type FirstStart, prepareWorkspace } from './first-start.ts'
import { openPostgres } from './postgres.ts'
import { claimDatabase } from './sole-server.sql.ts'
import { welcome } from './welcome.ts'

export const startCommand: Command = {
  usage: ['start'],
  async run(args, config) {
    readOptions(args, [])
    await start(config)
  },
}

async function start(config: Config): Promise<void> {
  const began = performance.now()
  const closing = new AsyncDisposableStack()
  const starting = bringUp(config, closing)
  stopOnSignal(async () => {
    await starting.catch(() => {})
    await closing.disposeAsync()
    console.log('Guichet has stopped.')
  })
  try {
    const { origin, first } = await starting
    const seconds = (performance.now() - began) / 1000
    console.log(welcome({ origin, first, seconds, command: commandLine(config) }))
  } catch (error) {
    await closing.disposeAsync()
    throw error
  }
}

/** What reaches this server's data from another terminal, in the same folder. */
function commandLine({ databaseUrl, dataDir }: Config): string {
  if (databaseUrl) return 'DATABASE_URL=<the same> npx guichet'
  return dataDir === resolve('./data') ? 'npx guichet' : `GUICHET_DATA_DIR=${dataDir} npx guichet`
}

async function bringUp(config: Config, closing: AsyncDisposableStack) {
  const log = buildLog(config.logLevel)
  await buildApp(console.log)
  await buildMessenger(console.log)
  const postgres = await openOwnPostgres(config, closing)
  for (const name of await migrate(postgres.url)) console.log(`migrated ${name}`)
  const services = await compose({ config, databaseUrl: postgres.url, clock: systemClock, log })
  closing.defer(() => services.close())
  // Before the workspace is made: a port in use must not cost the one sight of its token.
  const origin = await listen(services, config)
  const first = await prepareWorkspace(services.database, config, systemClock)
  return { origin: config.publicUrl ?? origin, first } satisfies { origin: string; first: FirstStart }
}

/** The database, held against a second server where it is the data folder's own. */
async function openOwnPostgres(config: Config, closing: AsyncDisposableStack): Promise<EmbeddedPostgres> {
  const postgres = await openPostgres(config, console.log)
  closing.defer(() => postgres.stop())
  if (config.databaseUrl) return postgres
  const claim = await claimDatabase(postgres.url)
  if (!claim) {
    throw new Complaint(
      `Another Guichet server runs on the data folder ${config.dataDir}: stop it, or set GUICHET_DATA_DIR.`,
    )
  }
  if (!postgres.joined) {
    closing.defer(() => claim.release())
    return postgres
  }
  // A command that is under way runs the database and stops it at its end: wait for that, then run it ourselves.
  await claim.release()
  await delay(200)
  return openOwnPostgres(config, closing)
}

async function listen({ app }: Services, { port, host }: Config): Promise<string> {
  try {
    return await app.listen({ port, host })
  } catch (error) {
    throw explained(error, port, host)
  }
}

function explained(error: unknown, port: number, host: string): unknown {
  const code = codeOf(error)
  if (code === 'EADDRINUSE')
    return new Complaint(`Port ${port} on ${host} is in use: set PORT to another one.`)
  if (code === 'EACCES')
    return new Complaint(`Port ${port} on ${host} may not be used by this account: set PORT above 1023.`)
  if (code === 'ERR_SOCKET_BAD_PORT')
    return new Complaint(`There is no port ${port}: set PORT to one up to 65535.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Complaint(`This machine has no address ${host}: set HOST to one it has.`)
  return error
}

/** Stops once, at the first of the two signals; a second one ends the process where it stands. */
function stopOnSignal(stop: () => Promise<void>): void {
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
