import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import type { Api } from '../../../test/support/api.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { signedInAs } from '../../../test/support/members.ts'
import { makeDatabase } from '../../../test/support/own-database.ts'
import { rowsOf } from '../../domain/csv-import/csv-reader.ts'
import { runImports } from '../../domain/csv-import/index.ts'
import { localFiles } from '../../storage/local.ts'

const dir = await mkdtemp(join(tmpdir(), 'guichet-import-'))
afterAll(() => rm(dir, { recursive: true, force: true }))
const guichet = await startGuichet({ GUICHET_DATA_DIR: dir, DATABASE_URL: await makeDatabase() })
const { database, clock } = guichet
const files = localFiles(join(dir, 'files'))
const run = (store = files) => runImports({ database, files: store, now: clock.now() })

async function furnish() {
  const workspace = await guichet.createWorkspace()
  return { ...workspace, owner: await signedInAs(guichet, 'owner', workspace) }
}

async function upload({ origin, caller }: Api, content: string | Uint8Array, model = 'contact') {
  const form = new FormData()
  form.set('model', model)
  form.set('file', new File([typeof content === 'string' ? content : new Uint8Array(content)], 'people.csv'))
  const answer = await fetch(`${origin}/app/api/imports`, { method: 'POST', headers: caller, body: form })
  return { status: answer.status, body: JSON.parse(await answer.text()) }
}

const PEOPLE = [
  'User ID;E-mail;Full name;Seats;Signed up;Company',
  '1;ada@example.com;"Lovelace, Ada";12;2024-01-02;Analytical',
  '2;GRACE@example.com;Grace Hopper;many;;Navy',
  ';;Nobody;1;;',
  '1;ada@example.com;Ada L.;13;;Analytical',
  '4;not an address;Bad;;;',
].join('\n')

const MAPPING = [
  ...[{ to: 'external_id' }, { to: 'email' }, { to: 'name' }],
  ...[
    { to: 'new_attribute', name: 'seats', data_type: 'integer' },
    { to: 'signed_up_at' },
    { to: 'company_name' },
  ],
]

test('a file is tried without a trace, and then does what the trial said', async () => {
  const { owner, api } = await furnish()
  const { status, body: file } = await upload(owner, PEOPLE)
  expect([status, file.delimiter, file.encoding, file.row_count]).toEqual([201, ';', 'utf-8', 5])
  expect(file.columns.map(({ guess }: { guess: { to: string } }) => guess.to)).toEqual([
    ...['external_id', 'email', 'name', 'ignore', 'signed_up_at', 'company_name'],
  ])
  const path = `/app/api/imports/${file.id}`
  expect((await owner.post(`${path}/check`, { mapping: MAPPING })).status).toBe(202)
  await run()
  const { body: tried } = await owner.get(path)
  expect(tried).toMatchObject({ status: 'checked', position: 5, created: 1, updated: 1, rejected: 3 })
  expect(tried.rejects).toEqual([
    { row: 3, reason: '"many" is no whole number' },
    { row: 4, reason: 'The row has neither an id nor an e-mail address' },
    { row: 6, reason: 'The email address is invalid' },
  ])
  expect((await api.get('/contacts')).body.total_count).toBe(0)
  expect(
    (await api.get('/data_attributes?model=contact')).body.data.map((each: { name: string }) => each.name),
  ).not.toContain('seats')
  await owner.post(`${path}/run`, { mapping: MAPPING, tag: 'Import of today' })
  await run()
  const { body: done } = await owner.get(path)
  expect(done).toMatchObject({ status: 'done', created: 1, updated: 1, rejected: 3 })
  const { body: found } = await api.get('/contacts')
  expect(found.data).toHaveLength(1)
  expect(found.data[0]).toMatchObject({
    ...{ external_id: '1', role: 'user', name: 'Ada L.', signed_up_at: 1_704_153_600 },
    custom_attributes: { seats: 13 },
  })
  const { body: tags } = await api.get(`/contacts/${found.data[0].id}/tags`)
  expect(tags.data.map(({ name }: { name: string }) => name)).toEqual(['Import of today'])
  expect((await api.get('/companies?company_id=Analytical')).body.name).toBe('Analytical')
  const rejected = await fetch(`${owner.origin}${path}/rejected`, { headers: owner.caller })
  const lines = (await rejected.text()).trim().split('\n')
  expect(lines[0]).toBe('User ID;E-mail;Full name;Seats;Signed up;Company;rejected because')
  expect(lines[1]).toBe('2;GRACE@example.com;Grace Hopper;many;;Navy;"""many"" is no whole number"')
  expect(lines).toHaveLength(4)
  expect((await owner.post(`${path}/run`, { mapping: MAPPING })).status).toBe(400)
})

test('a run that breaks goes on where it stopped, and takes no row twice', async () => {
  const { owner, api } = await furnish()
  const rows = Array.from({ length: 450 }, (_, at) => `u${at},user${at}@example.com,${'x'.repeat(200)}`)
  const { body: file } = await upload(owner, `id,email,more\n${rows.join('\n')}\n`)
  const path = `/app/api/imports/${file.id}`
  await owner.post(`${path}/run`, { mapping: [{ to: 'external_id' }, { to: 'email' }, { to: 'ignore' }] })
  const breaking = {
    ...files,
    async open(key: string) {
      const file = await files.open(key)
      return file && { ...file, bytes: Readable.from(brokenAfter(file.bytes, 75_000)) }
    },
  }
  await expect(run(breaking)).rejects.toThrow('the disk is gone')
  const { body: stopped } = await owner.get(path)
  expect(stopped.status).toBe('running')
  expect(stopped.position).toBeGreaterThan(0)
  expect(stopped.position).toBeLessThan(450)
  await run()
  expect((await owner.get(path)).body.position).toBe(stopped.position)
  clock.advance(121)
  await run()
  expect((await owner.get(path)).body).toMatchObject({ status: 'done', created: 450, updated: 0 })
  expect((await api.get('/contacts')).body.total_count).toBe(450)
})

async function* brokenAfter(bytes: Readable, count: number): AsyncIterable<Buffer> {
  let read = 0
  for await (const chunk of bytes)
    for (let at = 0; at < chunk.length; at += 1000) {
      if (read >= count) throw new Error('the disk is gone')
      const piece = chunk.subarray(at, at + 1000)
      read += piece.length
      yield piece
    }
}

test('companies come in by their ids, in whatever way a program writes files', async () => {
  const { owner, api } = await furnish()
  const text = 'Company ID\tName\tMRR\tSize\r\nc1\tCafé Zürich\t1 234,5\t10\r\n'
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
  const latin = Buffer.from(text.replaceAll('c1', 'c2'), 'latin1')
  const mapping = [{ to: 'company_id' }, { to: 'name' }, { to: 'monthly_spend' }, { to: 'size' }]
  for (const [bytes, encoding] of [
    [utf16, 'utf-16le'],
    [latin, 'windows-1252'],
  ] as const) {
    const { body: file } = await upload(owner, bytes, 'company')
    expect([file.encoding, file.delimiter]).toEqual([encoding, '\t'])
    await owner.post(`/app/api/imports/${file.id}/run`, { mapping })
  }
  await run()
  for (const id of ['c1', 'c2'])
    expect((await api.get(`/companies?company_id=${id}`)).body).toMatchObject({
      ...{ name: 'Café Zürich', monthly_spend: 1234, size: 10 },
    })
})

test('refusals say what is wrong, and others see nothing', async () => {
  const { owner } = await furnish()
  expect((await upload(owner, '')).status).toBe(400)
  expect((await upload(owner, 'only,a,head\n')).status).toBe(400)
  const { body: file } = await upload(owner, 'id,email\n1,a@example.com\n')
  const check = async (mapping: object[]) =>
    (await owner.post(`/app/api/imports/${file.id}/check`, { mapping })).status
  expect(await check([{ to: 'email' }])).toBe(400)
  expect(await check([{ to: 'ignore' }, { to: 'ignore' }])).toBe(400)
  expect(await check([{ to: 'email' }, { to: 'email' }])).toBe(400)
  expect(await check([{ to: 'email' }, { to: 'plan' }])).toBe(400)
  expect(await check([{ to: 'email' }, { to: 'attribute', name: 'nope' }])).toBe(400)
  const { owner: stranger } = await furnish()
  expect((await stranger.get(`/app/api/imports/${file.id}`)).status).toBe(404)
  expect((await stranger.get('/app/api/imports')).body.data).toEqual([])
  const agent = await signedInAs(guichet, 'agent')
  const { body: own } = await upload(agent, 'id,email\n1,a@example.com\n')
  const mapping = [{ to: 'external_id' }, { to: 'new_attribute', name: 'x', data_type: 'string' }]
  expect((await agent.post(`/app/api/imports/${own.id}/check`, { mapping })).status).toBe(403)
  const cancelled = await agent.post(`/app/api/imports/${own.id}/run`, {
    mapping: [{ to: 'external_id' }, { to: 'email' }],
  })
  expect(cancelled.status).toBe(202)
  expect((await agent.post(`/app/api/imports/${own.id}/cancel`)).body.status).toBe('cancelled')
  await run()
  expect((await agent.get(`/app/api/imports/${own.id}`)).body.position).toBe(0)
})

test('no more of a file is read than its rows are taken', async () => {
  const line = (at: number) => `${at},u@example.com,${'x'.repeat(1000)}\n`
  let written = 0
  async function* bytes() {
    for (let at = 0; at < 30_000; at += 100) {
      const chunk = Buffer.from(Array.from({ length: 100 }, (_, each) => line(at + each)).join(''))
      written += chunk.length
      yield chunk
    }
  }
  let [taken, ahead, count] = [0, 0, 0]
  for await (const cells of rowsOf(Readable.from(bytes()), { encoding: 'utf-8', delimiter: ',' })) {
    count += 1
    taken += cells.join(',').length + 1
    ahead = Math.max(ahead, written - taken)
  }
  expect(count).toBe(30_000)
  expect(written).toBeGreaterThan(30_000_000)
  expect(ahead).toBeLessThan(2_000_000)
})
