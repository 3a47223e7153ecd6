import { readConfig } from '../config.ts'
import { generateFromMigrations } from './generate.ts'
import { start } from './start.ts'

type Command = (args: string[]) => Promise<void>

const commands: Record<string, { run: Command; says: string }> = {
  start: { run: () => start(readConfig(process.env)), says: 'serve everything on one port' },
  generate: { run: generateFromMigrations, says: 'write the types and the schema dump from the migrations' },
}

const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name]
if (command) {
  await command.run(args).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
} else {
  console.log('Usage: npx guichet <command>\n')
  for (const [each, { says }] of Object.entries(commands)) console.log(`  ${each.padEnd(12)} ${says}`)
  if (name !== 'help') process.exit(1)
}
