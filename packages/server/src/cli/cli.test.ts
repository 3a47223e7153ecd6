import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { format } from 'node:util'
import { afterAll, expect, test, vi } from 'vitest'
import { guichet, ownEnvironment, startServerProcess } from '../../test/support/server-process.ts'
import { readConfig } from '../config.ts'
import { enqueueMail } from '../domain/outgoing/index.ts'
import { systemActor } from '../domain/system-actor.ts'
import { listWorkspaces } from '../domain/workspace/index.ts'
import { runCommand } from './run.ts'
import { withDatabase } from './with-database.ts'

const home = await mkdtemp(join(tmpdir(), 'guichet-cli-'))
const env = ownEnvironment(join(home, 'data'))
const server = await startServerProcess(env)
afterAll(async () => {
  await server.end()
  await rm(home, { recursive: true, force: true })
})

interface Said {
  code: number
  out: string
  error: string
}

const run = (args: string[], more: NodeJS.ProcessEnv = {}): Promise<Said> =>
  new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [guichet, ...args],
      { env: { ...env, ...more } },
      (_, out, error) => resolve({ code: child.exitCode ?? -1, out, error }),
    )
  })

/** The same without a process of its own, for what is about the words alone: a start costs more than all that most commands do. */
async function call(args: string[], more: NodeJS.ProcessEnv = {}): Promise<Said> {
  const said = { log: '', error: '' }
  const spies = (['log', 'error'] as const).map(level =>
    vi.spyOn(console, level).mockImplementation((...words) => {
      said[level] += `${format(...words)}\n`
    }),
  )
  try {
    const isWell = await runCommand(args, { ...env, ...more })
    return { code: isWell ? 0 : 1, out: said.log, error: said.error }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

const status = async (token: string): Promise<number> =>
  (await fetch(`${server.origin}/tags`, { headers: { authorization: `Bearer ${token}` } })).status

test('a token made beside a live server works at once, and stops when it is revoked', async () => {
  const { out } = await run(['token', 'create', '--label', 'crm', '--scopes', 'read_tags'])
  const [, id = '', token = ''] = /Token (\d+), .*\n\n {2}(\S+)/.exec(out) ?? []
  expect(await status(token)).toBe(200)
  expect((await run(['token', 'list'])).out).toMatch(new RegExp(`^${id} +live +crm +\\[read_tags\\]$`, 'm'))
  expect((await run(['token', 'revoke', id])).code).toBe(0)
  await expect.poll(() => status(token)).toBe(401)
})

test('a website becomes a source of content', async () => {
  const { out, code } = await run(['crawl', 'http://127.0.0.1:9/docs', '--pages', '5'])
  expect([code, out]).toEqual([0, expect.stringMatching(/^Source \d+ is made\. /)])
  const refusals = [await call(['crawl', 'nonsense']), await call(['crawl', 'x', '--pages', 'many'])]
  expect(refusals.map(({ error }) => error)).toEqual([
    'That does not work: url must be a valid URL.\n',
    '--pages takes a whole number up to 5000, not "many".\n',
  ])
})

test('how crawls stand is told, and one is begun again', async () => {
  const { out } = await call(['crawl', 'status'])
  const [, id = ''] = /^(\d+) +\w+ +http:\/\/127\.0\.0\.1:9\/docs {2}\d+ fetched, /m.exec(out) ?? []
  expect((await call(['crawl', 'again', id])).out).toMatch(new RegExp(`^Source ${id} is crawled again`))
  expect((await call(['crawl', 'again', 'x'])).error).toMatch(/^Say which source/)
})

test('a callback of Fin is kept only where it answers', async () => {
  expect((await call(['fin', 'callback'])).out).toMatch(/^No callback/)
  expect((await call(['fin', 'callback', 'http://127.0.0.1:9/fin'])).error).toMatch(
    /^That does not work: The callback URL did not answer/,
  )
  expect((await call(['fin', 'callback', 'remove'])).out).toMatch(/^No callback/)
})

test('what was mailed can be read in the outbox', async () => {
  const mail = { kind: 'sign_in', to: [{ address: 'ada@example.com' }], subject: 'Sign in' }
  await withDatabase(readConfig(env), async database => {
    const [workspace] = await listWorkspaces(database.unguarded.read)
    if (!workspace) throw new Error('there is no workspace')
    const actor = systemActor({ workspace, operatorId: 0, now: 1_800_000_000 })
    await database.transaction(tx => enqueueMail(tx, actor, { ...mail, text: 'http://localhost/in?key=1' }))
  })
  await expect
    .poll(async () => (await call(['outbox'])).out)
    .toMatch(/^1 +kept +email +2027-01-15 08:00:00 ada@example.com {2}Sign in$/m)
  const { out } = await call(['outbox', 'read', 'last'])
  expect(out).toMatch(/^Subject: Sign in$/m)
  expect(out).toMatch(/^http:\/\/localhost\/in\?key=1$/m)
  expect((await call(['outbox', 'read', '7'])).error).toBe('The outbox has no 7.\n')
  expect((await call(['outbox', 'send', '7'])).error).toBe('The outbox has no 7 that could be sent again.\n')
})

test('a second server on a data folder is refused in one sentence', async () => {
  const { code, error } = await run(['start'])
  expect([code, error]).toEqual([1, expect.stringMatching(/^Another Guichet server runs on .*\n$/)])
})

test('what cannot be used is named in one sentence', async () => {
  await writeFile(join(home, 'file'), '')
  const port = new URL(server.origin).port
  const refusals = await Promise.all([
    run(['start'], { GUICHET_DATA_DIR: join(home, 'other'), PORT: port }),
    run(['start'], { GUICHET_DATA_DIR: join(home, 'file', 'below') }),
    run(['start'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' }),
    run(['frobnicate']),
    run(['token', 'create'], { GUICHET_DATA_DIR: join(home, 'elsewhere') }),
  ])
  expect(refusals.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1])
  const [inUse, unwritable, unreachable, unknown, noDatabase] = refusals.map(({ error }) => error)
  expect(inUse).toBe(`Port ${port} on 127.0.0.1 is in use: set PORT to another one.\n`)
  expect(unwritable).toMatch(/^The data folder .* cannot be written to \(ENOTDIR\): .*\n$/)
  expect(unreachable).toMatch(/^The database at 127\.0\.0\.1:1, .* cannot be used: .*ECONNREFUSED.*\n$/)
  const scope = await call(['token', 'create', '--scopes', 'read_everything'])
  expect([scope.code, scope.error]).toEqual([
    1,
    expect.stringMatching(/^"read_everything" is no permission: /),
  ])
  const person = ['--name', 'X', '--email', 'a@b.example']
  const zone = await call(['workspace', 'create', ...person, '--timezone', 'Mars/Base'])
  expect([zone.code, zone.error]).toEqual([1, expect.stringMatching(/^"Mars\/Base" is no time zone/)])
  expect(unknown).toMatch(/^There is no command "frobnicate"/)
  expect(noDatabase).toMatch(/^There is no database in .*elsewhere yet: .*\n$/)
})

test('the doctor finds nothing wrong with a live server', async () => {
  const { code, out } = await run(['doctor'], { PORT: new URL(server.origin).port })
  expect(out).not.toContain('FAIL')
  expect(out).toContain('Server: ready on')
  expect(code).toBe(0)
})

test('a sandbox is made, its clock moved, and things go wrong there until it is reset', async () => {
  const made = await run(['sandbox', 'create', '--seed', 'empty', '--id', 'trying'])
  const [, token = ''] = /^Sandbox trying is ready\. .*\n\n {2}(\S+)/.exec(made.out) ?? []
  expect(await status(token)).toBe(200)
  const sandbox = (...args: string[]) => call(['sandbox', ...args, '--workspace', 'trying'])
  const [, then = ''] = /^It is (\d+) /.exec((await sandbox('clock')).out) ?? []
  expect((await sandbox('clock', String(Number(then) + 86_400))).out).toMatch(
    `It is ${Number(then) + 86_400} (`,
  )
  expect((await sandbox('clock', 'freeze')).out).toMatch(/, and the clock stands still\.$/m)
  const limited = await sandbox('faults', 'rate_limit', '--json', '{"count": 1, "route": "/tags"}')
  expect(JSON.parse(limited.out)).toMatchObject({ kind: 'rate_limit', route: '/tags', count: 1, struck: 0 })
  expect([await status(token), await status(token)]).toEqual([429, 200])
  expect(JSON.parse((await sandbox('faults')).out)).toMatchObject({ seen: 1, struck: 1 })
  expect((await sandbox('reset')).out).toMatch(/^trying is as it was: \d+ rows\.$/m)
  expect((await sandbox('faults')).out).toBe('Nothing goes wrong.\n')
  expect((await sandbox('seed')).out).toMatch(/^The seed of trying is what is there now: \d+ rows\.$/m)
})

test('what no sandbox can do is refused in one sentence', async () => {
  const [, usual = ''] = /^(\S+) /m.exec((await call(['workspace', 'list'])).out) ?? []
  const refusals = [
    await call(['sandbox', 'clock']),
    await call(['sandbox', 'clock', '--workspace', usual]),
    await call(['sandbox', 'clock', '--workspace', 'nowhere']),
    await call(['sandbox', 'explode', '--workspace', usual]),
  ]
  expect(refusals.map(({ code, error }) => [code, error])).toEqual([
    [1, 'Say which sandbox: --workspace <id>.\n'],
    [1, `Workspace ${usual} is not a sandbox.\n`],
    [1, 'There is no workspace nowhere.\n'],
    [1, 'Say which: sandbox create, clock, faults, seed or reset.\n'],
  ])
})

test('a workspace keeps its past and its events for as long as it is told', async () => {
  await call(['workspace', 'create', '--name', 'Kept', '--email', 'kept@example.com', '--id', 'kept'])
  const kept = () =>
    withDatabase(readConfig(env), database =>
      database.read
        .selectFrom('workspaces')
        .leftJoin('event_streams', 'event_streams.workspace_id', 'workspaces.id')
        .select(['workspaces.history_days', 'event_streams.kept_days'])
        .where('workspaces.id', '=', 'kept')
        .executeTakeFirst(),
    )
  const say = (...args: string[]) => call(['workspace', ...args, '--workspace', 'kept'])
  expect((await say('history', '30')).out).toBe('Workspace kept keeps its past for 30 days.\n')
  expect((await say('events', '90')).out).toBe('Workspace kept keeps its events for 90 days.\n')
  expect(await kept()).toEqual({ history_days: 30, kept_days: 90 })
  expect((await say('events', 'forever')).out).toBe('Workspace kept keeps its events for ever.\n')
  const refusals = [await say('events', '6'), await say('history', 'long')]
  expect(refusals.map(({ code, error }) => [code, error])).toEqual([
    [1, 'Events are kept for at least 7 days.\n'],
    [1, 'Say for how long: a number of days, or forever.\n'],
  ])
  expect(await kept()).toEqual({ history_days: 30, kept_days: null })
})
