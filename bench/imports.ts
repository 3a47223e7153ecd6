import pg from 'pg'
import { openDatabase } from '../packages/server/src/db/database.ts'
import { createAccount, linkAccount } from '../packages/server/src/domain/account/index.ts'
import { beginSession } from '../packages/server/src/domain/session/index.ts'
import { type Bench, beside, insertContacts, type Named, until } from './runs.ts'

/** A file of new people, each with a company: tried, taken in, and taken back, as the page of imports does it. */
export function importRuns(rows: number): Named[] {
  let taken = ''
  const trial = async (bench: Bench) => (await go(bench, await upload(bench, rows, 'a'), 'check')).done
  const run = async (bench: Bench) => {
    taken = await upload(bench, rows, 'b')
    return (await go(bench, taken, 'run')).done
  }
  const undo = async (bench: Bench) => (await go(bench, taken, 'undo')).done
  const bare = (bench: Bench) => insertContacts(bench, rows)
  return [
    { name: `trial of a file of ${rows} contacts`, run: bench => beside(bench, trial, bare) },
    { name: `import of a file of ${rows} contacts`, run: bench => beside(bench, run, bare) },
    {
      name: `undo of an import of ${rows} contacts`,
      run: bench => beside(bench, undo, b => deleteContacts(b, rows)),
    },
  ]
}

const COMPANIES = 2000
const MAPPING = [
  ...[{ to: 'external_id' }, { to: 'email' }, { to: 'name' }, { to: 'phone' }, { to: 'signed_up_at' }],
  ...[{ to: 'new_attribute', name: 'seats', data_type: 'integer' }, { to: 'company_name' }],
]

async function upload(bench: Bench, rows: number, mark: string): Promise<string> {
  const answer = await send(bench, 'POST', `?model=contact&name=people.csv`, linesOf(rows, mark))
  return answer.id
}

/** The file, a thousand rows at a time. */
async function* linesOf(rows: number, mark: string): AsyncIterable<Uint8Array> {
  yield Buffer.from('id,email,name,phone,signed up,seats,company\n')
  for (let from = 0; from < rows; from += 1000) {
    const lines = Array.from({ length: Math.min(1000, rows - from) }, (_, at) => {
      const n = from + at
      const phone = `+336${String(n).padStart(8, '0')}`
      return `${mark}${n},${mark}${n}@import.example,Person ${n} of the file,${phone},2026-01-02,${n % 50},Company ${n % COMPANIES}\n`
    })
    yield Buffer.from(lines.join(''))
  }
}

/** Has something done with a file, and waits for its end: how many rows or things it went through. */
async function go(bench: Bench, id: string, act: 'check' | 'run' | 'undo'): Promise<{ done: number }> {
  await send(
    bench,
    'POST',
    `/${id}/${act}`,
    act === 'undo' ? undefined : JSON.stringify({ mapping: MAPPING }),
  )
  let file = await send(bench, 'GET', `/${id}`)
  await until(async () => {
    file = await send(bench, 'GET', `/${id}`)
    return !['checking', 'running', 'undoing'].includes(file.status)
  }, 100)
  if (act === 'undo' ? file.status !== 'undone' : file.rejected > 0 || file.position !== file.row_count)
    throw new Error(`an import came to ${JSON.stringify(file).slice(0, 500)}`)
  return { done: act === 'undo' ? file.undone - COMPANIES : file.position }
}

async function send(bench: Bench, method: string, path: string, body?: AsyncIterable<Uint8Array> | string) {
  const origin = `http://127.0.0.1:${bench.server.port}`
  const type = typeof body === 'string' ? 'application/json' : 'text/csv'
  const answer = await fetch(`${origin}/app/api/imports${path}`, {
    method,
    headers: { cookie: await cookieOf(bench), origin, ...(body && { 'content-type': type }) },
    ...(body && { body: typeof body === 'string' ? body : ReadableStream.from(body), duplex: 'half' }),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return JSON.parse(await answer.text())
}

let cookie: string | undefined

/** Imports are for whoever is signed in. */
async function cookieOf({ url, workspace }: Bench): Promise<string> {
  if (cookie !== undefined) return cookie
  const database = openDatabase(url)
  const now = Math.floor(Date.now() / 1000)
  const token = await database.unguarded.transaction(async tx => {
    const admin = await tx
      .selectFrom('admins')
      .select('id')
      .where('workspace_id', '=', workspace.workspaceId)
      .where('kind', '=', 'admin')
      .executeTakeFirstOrThrow()
    const account = await createAccount(tx, {
      email: 'bench@example.com',
      name: 'Bench',
      password: undefined,
      now,
    })
    const { id: accountId } = account
    await linkAccount(tx, { accountId, workspaceId: workspace.workspaceId, adminId: admin.id, now })
    const guest = { now, origin: '', ip: '127.0.0.1', userAgent: 'the bench', strict: false }
    return (await beginSession(tx, guest, { accountId, method: 'password', secondFactor: true })).token
  })
  await database.close()
  cookie = `guichet_session=${token}`
  return cookie
}

/** Plain deletes of as many rows as plain inserts made. */
async function deleteContacts({ url, workspace }: Bench, rows: number): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows: found } = await client.query(
    `select id from contacts where workspace_id = $1 and email like '%@bulk.example' limit $2`,
    [workspace.workspaceId, rows],
  )
  const remove = { name: 'delete', text: 'delete from contacts where workspace_id = $1 and id = $2' }
  await client.query('begin')
  for (const { id } of found) await client.query({ ...remove, values: [workspace.workspaceId, id] })
  await client.query('commit')
  await client.end()
  return found.length
}
