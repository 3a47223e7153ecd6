import { migrate } from '../db/migrate.ts'
import type { Command } from './command.ts'
import { readOptions } from './command.ts'
import { openPostgres } from './postgres.ts'

export const migrateCommand: Command = {
  usage: ['migrate'],
  async run(args, config) {
    readOptions(args, [])
    await using closing = new AsyncDisposableStack()
    const postgres = await openPostgres(config, console.log)
    closing.defer(() => postgres.stop())
    const applied = await migrate(postgres.url)
    for (const name of applied) console.log(`applied ${name}`)
    if (applied.length === 0) console.log('Nothing to do: the database is up to date.')
  },
}
