import { readConfig } from '../config.ts'
import type { Command } from './command.ts'
import { Complaint, reasonOf } from './complaint.ts'

/** The commands, each loaded when it is called: none waits for what the others need. */
const commands: Record<string, { says: string; load: () => Promise<Command> }> = {
  start: {
    says: 'serve everything on one port; the first start creates a workspace and prints its access token',
    load: async () => (await import('./start.ts')).startCommand,
  },
  migrate: {
    says: 'bring the database up to the newest migration; start does so by itself',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  account: {
    says: 'let somebody sign in to the pages, or back in; the password is shown once',
    load: async () => (await import('./account.ts')).account,
  },
  seed: {
    says: 'create a workspace with demo data and print its access token',
    load: async () => (await import('./seed.ts')).seed,
  },
  token: {
    says: 'make, list or revoke access tokens; a token is shown once and a revoked one stops working at once',
    load: async () => (await import('./token.ts')).token,
  },
  workspace: {
    says: 'create an empty workspace and print its access token, list the workspaces there are, or say for how long one keeps its past and its events',
    load: async () => (await import('./workspace.ts')).workspace,
  },
  sandbox: {
    says: 'make a workspace to try things in, move its clock, let things go wrong there, and return it to its seed (docs/sandbox.md)',
    load: async () => (await import('./sandbox.ts')).sandbox,
  },
  crawl: {
    says: 'make a website a source of content for AI, which a live server crawls, now and every week; how crawls stand; and begin one again',
    load: async () => (await import('./crawl.ts')).crawl,
  },
  fin: {
    says: "where the workspace's own app hears what Fin does; an address has to answer a HEAD request, and its secret is shown once",
    load: async () => (await import('./fin.ts')).fin,
  },
  webhooks: {
    says: 'what apps were told, telling it again, and test requests; a live server sends them',
    load: async () => (await import('./webhooks.ts')).webhooks,
  },
  outbox: {
    says: 'mails and texts: what became of them, their words, and another try for those that are kept or failed',
    load: async () => (await import('./outbox.ts')).outbox,
  },
  mail: {
    says: 'the addresses that customers write to, what came there and what became of it, and taking in what was left out',
    load: async () => (await import('./mail.ts')).mail,
  },
  doctor: {
    says: 'check everything a server needs and say what is wrong; exits with 1 when something is',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  generate: {
    says: 'write the types and the schema dump from the migrations (for developers)',
    load: async () => ({ usage: ['generate'], run: (await import('./generate.ts')).generateFromMigrations }),
  },
}

/** Runs what the words name. What goes wrong is said in a sentence: false when something does. */
export async function runCommand([name, ...args]: string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  try {
    await run(name, args, env)
    return true
  } catch (error) {
    console.error(env['LOG_LEVEL'] === 'debug' ? error : reasonOf(error))
    return false
  }
}

async function run(name: string | undefined, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  if (name === undefined || isHelp(name)) return console.log(overview())
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new Complaint(`There is no command "${name}".\n\n${overview()}`)
  const { usage, run } = await command.load()
  if (args.some(isHelp)) return console.log(describe(usage, command.says))
  await run(args, readConfig(env))
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

function describe(usage: string[], says: string): string {
  return [...usage.map(line => `npx guichet ${line}`), '', `  ${says}`].join('\n')
}
