import { stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Config } from '../config.ts'
import { openDatabase } from '../db/database.ts'
import { pending } from '../db/migrate.ts'
import { listWorkspaces } from '../domain/workspace/index.ts'
import { mailerOf } from '../services.ts'
import { libreTranslate } from '../translation/libre-translate.ts'
import type { Command } from './command.ts'
import { readOptions } from './command.ts'
import { reasonOf } from './complaint.ts'
import { askDatabase } from './doctor.sql.ts'
import { openPostgres } from './postgres.ts'

export const doctor: Command = {
  usage: ['doctor'],
  async run(args, config) {
    readOptions(args, [])
    const well = [
      await report('Node', async () => checkNode()),
      await report('Data folder', () => checkFolder(config)),
      await report('Server', () => checkServer(config)),
      await report('Mail', () => checkMail(config)),
      await report('Translation', () => checkTranslation(config)),
      ...(await reportDatabase(config)),
    ]
    if (well.includes(false)) process.exitCode = 1
  },
}

/** Prints one line; whether all is well. */
async function report(what: string, check: () => Promise<string>): Promise<boolean> {
  try {
    console.log(`  ok    ${what}: ${await check()}`)
    return true
  } catch (error) {
    console.log(`  FAIL  ${what}: ${reasonOf(error)}`)
    return false
  }
}

function checkNode(): string {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 24)
    throw new Error(`${process.version} is too old: run npm ci, and call Guichet through npx or npm`)
  return process.version
}

async function checkFolder({ dataDir }: Config): Promise<string> {
  const { bavail, bsize } = await statfs(await nearest(dataDir))
  const free = (bavail * bsize) / 2 ** 30
  if (free < 1) throw new Error(`${dataDir} has ${free.toFixed(2)} GiB left: what is written needs room`)
  return `${dataDir}, ${free.toFixed(0)} GiB free`
}

/** The folder itself, or what of its path there is already. */
async function nearest(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined)
  return found || dirname(path) === path ? path : nearest(dirname(path))
}

async function checkServer({ host, port }: Config): Promise<string> {
  const origin = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`
  const signal = AbortSignal.timeout(5000)
  const answer = await fetch(`${origin}/readyz`, { signal }).catch(() => undefined)
  if (!answer) return `none on ${origin}`
  const text = await answer.text()
  if (text.startsWith('{"status":"ready"')) return `ready on ${origin}`
  throw new Error(`${origin} answers ${answer.status} to /readyz: ${text.slice(0, 200)}`)
}

async function checkMail(config: Config): Promise<string> {
  const mailer = mailerOf(config)
  try {
    return await mailer.check()
  } finally {
    mailer.close()
  }
}

async function checkTranslation({ translation }: Config): Promise<string> {
  if (!translation) return 'none is set up'
  const translator = libreTranslate(translation)
  const languages = await translator.languages()
  // The languages are told to anybody: this asks for the key.
  await translator.detect('Hello')
  return `${languages.map(({ code }) => code).join(', ')} at ${translation.url}`
}

async function reportDatabase(config: Config): Promise<boolean[]> {
  if (!config.databaseUrl && !(await stat(config.dataDir).catch(() => undefined))) {
    console.log('  ok    Database: none yet, the first start makes one')
    return []
  }
  await using closing = new AsyncDisposableStack()
  let url = ''
  const reachable = await report('Database', async () => {
    const postgres = await openPostgres(config)
    closing.defer(() => postgres.stop())
    url = postgres.url
    return describeDatabase(url)
  })
  if (!reachable) return [false]
  const migrated = await report('Migrations', () => describeMigrations(url))
  return [migrated, migrated && (await report('Workspaces', () => describeWorkspaces(url)))]
}

async function describeDatabase(url: string): Promise<string> {
  const { version, ahead, missingExtensions } = await askDatabase(url)
  if (Number.parseInt(version, 10) < 15) throw new Error(`PostgreSQL ${version} is too old: 15 or newer`)
  if (missingExtensions.length > 0) throw new Error(`it lacks the extensions ${missingExtensions.join(', ')}`)
  if (Math.abs(ahead) > 5) throw new Error(`its clock is ${ahead.toFixed(0)} s ahead of this machine's`)
  return `PostgreSQL ${version}`
}

async function describeMigrations(url: string): Promise<string> {
  const waiting = await pending(url)
  if (waiting.length > 0) throw new Error(`${waiting.length} are waiting: run npx guichet migrate`)
  return 'up to date'
}

async function describeWorkspaces(url: string): Promise<string> {
  const database = openDatabase(url, { sizes: { readers: 1, writers: 1 } })
  try {
    const all = await listWorkspaces(database.unguarded.read)
    return all.map(({ id, name }) => `${name} (${id})`).join(', ') || 'none yet, the first start makes one'
  } finally {
    await database.close()
  }
}
