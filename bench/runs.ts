import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { Volume } from './load-data.ts'
import type { Server } from './server.ts'

/** What takes more than a request: how fast it goes through its rows, beside a bare query that goes through as many. */
export interface Run {
  name: string
  rows: number
  perSecond: number
  /** Rows a second of the bare query. */
  bare: number
  /** The most that the server took meanwhile, in MB. */
  memory: number
}

export interface Bench {
  server: Server
  url: string
  workspace: { workspaceId: string; token: string }
}

/** A run and what it is called. */
export interface Named {
  name: string
  run: (bench: Bench) => Promise<Omit<Run, 'name'>>
}

export const runs = (of: Volume): Named[] => [
  { name: 'export of the parts', run: bench => beside(bench, exportParts, PARTS) },
  {
    name: `scroll of ${of.companies * 5} companies`,
    run: async bench => {
      await addCompanies(bench, of.companies * 4)
      return beside(bench, scrollCompanies, COMPANIES)
    },
  },
  {
    name: 'bulk of 100 contacts',
    run: bench => beside(bench, bulkContacts, b => insertContacts(b, JOBS * ITEMS)),
  },
]

export type Work = (bench: Bench) => Promise<number>

/** Runs both and watches the server's memory while it works. Both say how many rows they went through. */
export async function beside(bench: Bench, work: Work, query: string | Work): Promise<Omit<Run, 'name'>> {
  const bare = await paced(() => (typeof query === 'string' ? fetched(bench, query) : query(bench)))
  let memory = 0
  const watch = setInterval(async () => {
    memory = Math.max(memory, await bench.server.memory())
  }, 100)
  const { rows, perSecond } = await paced(() => work(bench))
  clearInterval(watch)
  if (rows !== bare.rows) throw new Error(`${rows} rows came where the bare query has ${bare.rows}`)
  return { rows, perSecond, bare: bare.perSecond, memory }
}

async function paced(work: () => Promise<number>): Promise<{ rows: number; perSecond: number }> {
  const from = performance.now()
  const rows = await work()
  return { rows, perSecond: (rows * 1000) / (performance.now() - from) }
}

const ACTIONS = 'action_id action_time action_type action_author_type conversation_id'.split(' ')

/** The columns that the export shows, of the same rows in the same order. */
const PARTS = `select part.id, part.created_at, part.part_type, part.author_type, part.conversation_id
  from conversation_parts part where part.workspace_id = :ws order by part.created_at, part.id`

/** A report of every part: enqueued, awaited and downloaded to its last line. */
async function exportParts(bench: Bench): Promise<number> {
  const { attributes } = (await json(bench, '/export/reporting_data/get_datasets')).data.find(
    (dataset: { id: string }) => dataset.id === 'consolidated_conversation_part',
  )
  const known = new Map(
    attributes.map((each: { id: string; qualified_id: string }) => [each.id, each.qualified_id]),
  )
  const asked = {
    dataset_id: 'consolidated_conversation_part',
    attribute_ids: ACTIONS.flatMap(id => known.get(id) ?? []),
    start_time: 0,
    end_time: Math.floor(Date.now() / 1000),
  }
  const { job_identifier: id } = await json(bench, '/export/reporting_data/enqueue', asked)
  await until(async () => (await json(bench, `/export/reporting_data/${id}`)).status === 'complete')
  const file = await call(bench, `/download/reporting_data/${id}`, undefined, 'application/octet-stream')
  let lines = 0
  for await (const chunk of file.body ?? []) for (const byte of chunk) if (byte === NEWLINE) lines += 1
  return lines - 1
}

const NEWLINE = 10

const COMPANIES = 'select * from companies where workspace_id = :ws and archived_at is null order by id'

/** A scroll is for more companies than the operations above are measured with. */
async function addCompanies({ url, workspace }: Bench, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `insert into companies (workspace_id, id, company_id, name, created_at, updated_at)
     select $1, '631ee472' || lpad(to_hex(n), 16, '0'), 'more-' || n, 'Further Company ' || n, 1700000000, 1700000000
     from generate_series(1, $2::int) n`,
    [workspace.workspaceId, count],
  )
  await client.query('analyze companies')
  await client.end()
}

/** Every company there is, batch by batch. */
async function scrollCompanies(bench: Bench): Promise<number> {
  let companies = 0
  let param = ''
  for (;;) {
    const page = await json(bench, `/companies/scroll${param && `?scroll_param=${param}`}`)
    if (page.data.length === 0) return companies
    companies += page.data.length
    param = page.scroll_param
  }
}

const JOBS = 20
const ITEMS = 100

/** Jobs of a hundred new contacts each, each awaited before the next. */
async function bulkContacts(bench: Bench): Promise<number> {
  for (let job = 0; job < JOBS; job += 1) {
    const contacts = newContacts().map(({ email, name }) => ({ email, name }))
    const { id } = await json(bench, '/contacts/bulk', { contacts })
    await until(async () => (await json(bench, `/contacts/bulk/${id}`)).state === 'completed')
  }
  return JOBS * ITEMS
}

/** The same number of plain inserts, prepared, a hundred in a transaction. */
export async function insertContacts({ url, workspace }: Bench, rows: number): Promise<number> {
  const client = new pg.Client({ connectionString: url, pipeline: true })
  await client.connect()
  const insert = {
    name: 'insert',
    text: `insert into contacts (workspace_id, id, role, email, name, created_at, updated_at)
      values ($1, $2, 'user', $3, $4, 1700000000, 1700000000) on conflict do nothing returning *`,
  }
  for (let job = 0; job < rows / ITEMS; job += 1) {
    await client.query('begin')
    for (const { id, email, name } of newContacts())
      await client.query({ ...insert, values: [workspace.workspaceId, id, email, name] })
    await client.query('commit')
  }
  await client.end()
  return rows
}

const newContacts = () =>
  Array.from({ length: ITEMS }, () => {
    const id = crypto.randomUUID().replaceAll('-', '').slice(0, 24)
    return { id, email: `${id}@bulk.example`, name: 'Somebody New' }
  })

/** A bare query to its end, a thousand rows at a time, left as text. */
async function fetched({ url, workspace }: Bench, query: string): Promise<number> {
  const client = new pg.Client({
    connectionString: url,
    types: { getTypeParser: () => (text: string) => text },
  })
  await client.connect()
  await client.query('begin')
  await client.query(
    `declare bare cursor for ${query.replace(':ws', client.escapeLiteral(workspace.workspaceId))}`,
  )
  let rows = 0
  for (;;) {
    const { rowCount } = await client.query({ text: 'fetch 1000 from bare', rowMode: 'array' })
    if (!rowCount) break
    rows += rowCount
  }
  await client.end()
  return rows
}

export async function until(isSo: () => Promise<boolean>, every = 5): Promise<void> {
  while (!(await isSo())) await delay(every)
}

const json = async (bench: Bench, path: string, body?: object) =>
  JSON.parse(await (await call(bench, path, body)).text())

async function call({ server, workspace }: Bench, path: string, body?: object, accept = 'application/json') {
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${workspace.token}`,
      'intercom-version': 'Preview',
      'content-type': 'application/json',
      accept,
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer
}
