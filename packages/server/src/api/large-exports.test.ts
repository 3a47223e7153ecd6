import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { download, runJobs } from '../../test/support/export.ts'
import { startGuichet } from '../../test/support/guichet.ts'

const guichet = await startGuichet()
const { api, id, database, clock, ownerId } = guichet
const ROWS = 50_000
/** The rows held as objects would be some 50 MB. */
const MOST_GROWTH = 12 * 2 ** 20

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

beforeAll(async () => {
  await database.unguarded.transaction(async tx => {
    const now = clock.now()
    await sql`insert into contacts (workspace_id, id, role, name, email, created_at, updated_at)
      select ${id}, lpad(n::text, 24, '0'), 'user', 'Joe ' || n, 'joe' || n || '@example.com', ${now}::bigint, ${now}::bigint
      from generate_series(1, 500) n`.execute(tx)
    await sql`insert into messages (workspace_id, message_type, admin_id, subject, body, created_at)
      select ${id}, 'inapp', ${ownerId}::bigint, 'Message ' || n, md5(n::text), ${now}::bigint - n
      from generate_series(1, 100) n`.execute(tx)
    await sql`insert into message_recipients (workspace_id, message_id, contact_id, created_at)
      select ${id}, m.id, c.id, m.created_at from messages m join contacts c using (workspace_id)
      where m.workspace_id = ${id}`.execute(tx)
    await sql`insert into conversations (workspace_id, created_at, updated_at, first_contact_reply_at)
      select ${id}, ${now}::bigint - n % 1000, ${now}::bigint, ${now}::bigint from generate_series(1, ${ROWS}::int) n`.execute(
      tx,
    )
  })
}, 120_000)

/** Reads a file without keeping it: how many lines it has, and how far the memory in use grew meanwhile. */
async function read(response: Response, gzipped: boolean): Promise<{ lines: number; growth: number }> {
  if (!response.body) throw new Error('there is no file')
  const through = gzipped ? response.body.pipeThrough(new DecompressionStream('gzip')) : response.body
  const before = held()
  let [lines, most, bytes, looked] = [0, before, 0, 0]
  for await (const chunk of through) {
    const text = Buffer.from(chunk).toString('latin1')
    lines += text.split('\n').length - 1
    bytes += text.length
    if (bytes - looked < 2 ** 20) continue
    looked = bytes
    most = Math.max(most, held())
  }
  expect(looked).toBeGreaterThan(0)
  return { lines, growth: most - before }
}

function held(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

test('fifty thousand receipts are exported without being held', async () => {
  const { body: job } = await api.post('/export/content/data', {
    ...{ created_at_after: clock.now() - 3600, created_at_before: clock.now() },
  })
  await runJobs(guichet)
  const path = `/download/content/data/${job.job_identifier}`
  const { lines, growth } = await read(await download(guichet, path), true)
  expect(lines).toBe(ROWS + 1)
  expect(growth).toBeLessThan(MOST_GROWTH)
}, 60_000)

test('fifty thousand conversations are reported without being held', async () => {
  const { body: listed } = await api.get('/export/reporting_data/get_datasets')
  const { body: job } = await api.post('/export/reporting_data/enqueue', {
    ...{ dataset_id: 'conversation', start_time: clock.now() - 3600, end_time: clock.now() },
    attribute_ids: listed.data[0].attributes.map((each: { id: string }) => each.id),
  })
  await runJobs(guichet)
  const path = `/download/reporting_data/${job.job_identifier}`
  const { lines, growth } = await read(await download(guichet, path), false)
  expect(lines).toBe(ROWS + 1)
  expect(growth).toBeLessThan(MOST_GROWTH)
}, 60_000)
