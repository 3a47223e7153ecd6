import { readConfig } from '../config.ts'
import { account } from './account.ts'
import type { Command } from './command.ts'
import { reasonOf } from './complaint.ts'
import { crawl } from './crawl.ts'
import { doctor } from './doctor.ts'
import { fin } from './fin.ts'
import { generateFromMigrations } from './generate.ts'
import { mail } from './mail.ts'
import { migrateCommand } from './migrate.ts'
import { outbox } from './outbox.ts'
import { sandbox } from './sandbox.ts'
import { seed } from './seed.ts'
import { startCommand } from './start.ts'
import { token } from './token.ts'
import { webhooks } from './webhooks.ts'
import { workspace } from './workspace.ts'

const commands: Record<string, Command> = {
  start: startCommand,
  migrate: migrateCommand,
  account,
  seed,
  token,
  workspace,
  sandbox,
  crawl,
  fin,
  webhooks,
  outbox,
  mail,
  doctor,
  generate: {
    usage: ['generate'],
    says: 'write the types and the schema dump from the migrations (for developers)',
    run: generateFromMigrations,
  },
}

await main(process.argv.slice(2))

async function main([name, ...args]: string[]): Promise<void> {
  if (name === undefined || isHelp(name)) return console.log(overview())
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return giveUp(`There is no command "${name}".\n\n${overview()}`)
  if (args.some(isHelp)) return console.log(describe(command))
  try {
    await command.run(args, readConfig(process.env))
  } catch (error) {
    giveUp(process.env['LOG_LEVEL'] === 'debug' ? error : reasonOf(error))
  }
}

function isHelp(word: string): boolean {
  return word === 'help' || word === '--help' || word === '-h'
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { says }]) => `  ${name.padEnd(10)} ${says}`)
  return [
    'Usage: npx guichet <command>',
    '',
    ...lines,
    '',
    'npx guichet <command> --help says more. docs/operations.md lists the environment variables.',
  ].join('\n')
}

function describe({ usage, says }: Command): string {
  return [...usage.map(line => `npx guichet ${line}`), '', `  ${says}`].join('\n')
}

function giveUp(why: unknown): never {
  console.error(why)
  process.exit(1)
}
