import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { permissionsOf, ROLES } from '@guichet/contract/roles.ts'
import { afterAll, expect, test } from 'vitest'
import type { Api } from '../../../test/support/api.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { signedInAs } from '../../../test/support/members.ts'
import { makeDatabase } from '../../../test/support/own-database.ts'
import { rowsOf } from '../../domain/csv-import/csv-reader.ts'
import { dueImports, forgetImports, runImport, runImports } from '../../domain/csv-import/index.ts'
import { localFiles } from '../../storage/local.ts'

const dir = await mkdtemp(join(tmpdir(), 'guichet-import-'))
afterAll(() => rm(dir, { recursive: true, force: true }))
const guichet = await startGuichet({ GUICHET_DATA_DIR: dir, DATABASE_URL: await makeDatabase() })
const { database, clock } = guichet
const files = localFiles(join(dir, 'files'))
const run = (store = files) => runImports({ database, files: store, now: () => clock.now() })

async function furnish() {
  const workspace = await guichet.createWorkspace()
  return { ...workspace, owner: await signedInAs(guichet, 'owner', workspace) }
}

type Body = NonNullable<RequestInit['body']>

async function upload({ origin, caller }: Api, body: Body, model = 'contact') {
  const answer = await fetch(`${origin}/app/api/imports?model=${model}&name=people.csv`, {
    ...{ method: 'POST', headers: { ...caller, 'content-type': 'text/csv' }, body },
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  })
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
  const rows = Array.from({ length: 1200 }, (_, at) => `u${at},user${at}@example.com,${'x'.repeat(200)}`)
  const { body: file } = await upload(owner, `id,email,more\n${rows.join('\n')}\n`)
  const path = `/app/api/imports/${file.id}`
  await owner.post(`${path}/run`, { mapping: [{ to: 'external_id' }, { to: 'email' }, { to: 'ignore' }] })
  const breaking = {
    ...files,
    async open(key: string) {
      const file = await files.open(key)
      return file && { ...file, bytes: Readable.from(brokenAfter(file.bytes, 200_000)) }
    },
  }
  await expect(run(breaking)).rejects.toThrow('the disk is gone')
  const { body: stopped } = await owner.get(path)
  expect(stopped.status).toBe('running')
  expect(stopped.position).toBeGreaterThan(0)
  expect(stopped.position).toBeLessThan(1200)
  await run()
  expect((await owner.get(path)).body.position).toBe(stopped.position)
  clock.advance(121)
  await run()
  expect((await owner.get(path)).body).toMatchObject({ status: 'done', created: 1200, updated: 0 })
  expect((await api.get('/contacts')).body.total_count).toBe(1200)
})

test('a server that goes leaves a file after the rows at hand, and the next goes on at once', async () => {
  const { owner, api } = await furnish()
  const rows = Array.from({ length: 1200 }, (_, at) => `s${at},stop${at}@example.com`)
  const { body: file } = await upload(owner, `id,email\n${rows.join('\n')}\n`)
  const path = `/app/api/imports/${file.id}`
  await owner.post(`${path}/run`, { mapping: [{ to: 'external_id' }, { to: 'email' }] })
  const on = { database, files, now: () => clock.now() }
  const [due] = await dueImports(on, 1)
  if (!due) throw new Error('nothing is due')
  expect(await runImport({ ...on, stopping: AbortSignal.abort() }, due)).toBe(false)
  expect((await owner.get(path)).body).toMatchObject({ status: 'running', position: 500 })
  await run()
  expect((await owner.get(path)).body).toMatchObject({ status: 'done', created: 1200, updated: 0 })
  expect((await api.get('/contacts')).body.total_count).toBe(1200)
})

test('a trial counts as a run does, however far apart the rows are that mean the same', async () => {
  const { owner, api } = await furnish()
  await api.post('/contacts', { role: 'user', external_id: 'old', email: 'old@example.com' })
  const rows = Array.from({ length: 1300 }, (_, at) => [`f${at}`, `far${at}@example.com`])
  const put = (at: number, id: string, email: string) => {
    rows[at] = [id, email]
  }
  // Somebody twice, then by a name that another has; and whoever comes under a name that is free by then.
  put(600, 'f10', 'far10@example.com')
  put(700, 'f20', '')
  put(1100, 'renamed', 'far20@example.com')
  put(1250, 'f20', '')
  put(800, 'f30', 'far31@example.com')
  put(5, 'new', 'old@example.com')
  put(900, 'old', '')
  put(1200, 'new', '')
  const { body: file } = await upload(owner, `id,email\n${rows.map(row => row.join(',')).join('\n')}\n`)
  const path = `/app/api/imports/${file.id}`
  const mapping = { mapping: [{ to: 'external_id' }, { to: 'email' }] }
  await owner.post(`${path}/check`, mapping)
  const [due] = await dueImports({ database, files, now: () => clock.now() }, 1)
  if (!due) throw new Error('nothing is due')
  await runImport({ database, files, now: () => clock.now(), stopping: AbortSignal.abort() }, due)
  expect((await owner.get(path)).body).toMatchObject({ status: 'checking', position: 500 })
  await run()
  const { body: tried } = await owner.get(path)
  expect(tried).toMatchObject({ status: 'checked', created: 1294, updated: 5, rejected: 1 })
  expect(tried.rejects).toMatchObject([{ row: 802 }])
  expect((await api.get('/contacts')).body.total_count).toBe(1)
  await owner.post(`${path}/run`, mapping)
  await run()
  const { body: done } = await owner.get(path)
  const { created, updated, rejected } = tried
  expect(done).toMatchObject({ status: 'done', created, updated, rejected, rejects: [{ row: 802 }] })
  expect((await api.get('/contacts')).body.total_count).toBe(1295)
})

test('a trial counts a company once that rows far apart name', async () => {
  const { owner } = await furnish()
  const rows = Array.from({ length: 501 }, (_, at) => `c${at % 500}`)
  const { body: file } = await upload(owner, `id\n${rows.join('\n')}\n`, 'company')
  const path = `/app/api/imports/${file.id}`
  await owner.post(`${path}/check`, { mapping: [{ to: 'company_id' }] })
  await run()
  expect((await owner.get(path)).body).toMatchObject({ status: 'checked', created: 500, updated: 1 })
}, 30_000)

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
    const { body: file } = await upload(owner, new Uint8Array(bytes), 'company')
    expect([file.encoding, file.delimiter]).toEqual([encoding, '\t'])
    await owner.post(`/app/api/imports/${file.id}/run`, { mapping })
  }
  await run()
  for (const id of ['c1', 'c2'])
    expect((await api.get(`/companies?company_id=${id}`)).body).toMatchObject({
      ...{ name: 'Café Zürich', monthly_spend: 1234, size: 10 },
    })
})

test('files that are too large, too long or no tables are refused with the reason, and leave nothing', async () => {
  const { owner, id } = await furnish()
  const large = ReadableStream.from(
    Array.from({ length: 26 }, (_, at) => Buffer.alloc(4 * 1024 * 1024, at === 0 ? 'id,email\n' : 'a')),
  )
  const refusal = async (body: Body) => {
    const answer = await upload(owner, body)
    return [answer.status, answer.body.errors[0].message]
  }
  expect(await refusal(large)).toEqual([413, expect.stringContaining('A file may have 100 MB')])
  expect(await refusal(`id\n${'1\n'.repeat(500_001)}`)).toEqual([
    ...[400, expect.stringContaining('A file may have 500,000 rows')],
  ])
  expect(await refusal(Buffer.from('PK\u0003\u0004\u0000\u0000workbook'))).toEqual([
    ...[400, expect.stringContaining('save the table as CSV')],
  ])
  expect(await refusal(`id,email\n1,"a@example.com\n${'2,b@example.com\n'.repeat(100_000)}`)).toEqual([
    ...[400, expect.stringContaining('from row 2 on')],
  ])
  expect(
    await readdir(join(dir, 'files', id), { recursive: true, withFileTypes: true }).then(all =>
      all.filter(each => each.isFile()),
    ),
  ).toEqual([])
})

const UNDONE = [
  'id,email,name,plan,company\n',
  'u1,known@example.com,Renamed,pro,Acme\n',
  'u2,touched@example.com,Renamed too,pro,\n',
  'n1,new@example.com,New,pro,Acme\n',
  'n2,written@example.com,Written to,pro,Fresh\n',
  'n3,edited@example.com,Edited,pro,\n',
].join('')
const TO = [
  ...[{ to: 'external_id' }, { to: 'email' }, { to: 'name' }],
  ...[{ to: 'new_attribute', name: 'plan', data_type: 'string' }, { to: 'company_name' }],
]

test('an import is taken back, but for what was changed or came to be used since', async () => {
  const { owner, api } = await furnish()
  await api.post('/companies', { company_id: 'Acme', name: 'Acme' })
  const { body: known } = await api.post('/contacts', {
    ...{
      external_id: 'u1',
      email: 'known@example.com',
      email_verified: true,
      name: 'Known',
      phone: '+33612345678',
    },
  })
  const { body: touched } = await api.post('/contacts', { external_id: 'u2', name: 'Touched' })
  const { body: file } = await upload(owner, UNDONE)
  const path = `/app/api/imports/${file.id}`
  expect((await owner.post(`${path}/undo`)).status).toBe(400)
  await owner.post(`${path}/run`, { mapping: TO, tag: 'Fair' })
  await run()
  const { body: done } = await owner.get(path)
  expect(done).toMatchObject({
    status: 'done',
    created: 3,
    updated: 2,
    undo_until: clock.now() + 30 * 86_400,
  })
  const by = async (email: string) =>
    (await api.post('/contacts/search', { query: { field: 'email', operator: '=', value: email } })).body
      .data[0]
  expect((await by('known@example.com')).name).toBe('Renamed')
  const [written, edited] = [await by('written@example.com'), await by('edited@example.com')]
  await api.post('/conversations', { from: { type: 'user', id: written.id }, body: 'Hello' })
  await api.put(`/contacts/${edited.id}`, { phone: '+33687654321' })
  await api.put(`/contacts/${touched.id}`, { name: 'Touched again' })
  // What the import left alone may change: it is still taken back.
  await api.put(`/contacts/${known.id}`, { phone: '+33611111111' })
  expect((await owner.post(`${path}/undo`)).body).toMatchObject({ status: 'undoing', undone: 0 })
  await run()
  const { body: undone } = await owner.get(path)
  expect(undone).toMatchObject({ status: 'undone', undone: 2, kept: 4, undo_until: null })
  expect(
    undone.kept_objects.map(({ name, reason, details }: Record<string, string>) => [name, reason, details]),
  ).toEqual(
    expect.arrayContaining([
      ...[
        ['Written to', 'in_use', null],
        ['Edited', 'changed', 'phone'],
        ['Touched again', 'changed', 'name'],
      ],
      ['Fresh', 'in_use', null],
    ]),
  )
  const { body: back } = await api.get(`/contacts/${known.id}`)
  expect(back).toMatchObject({
    name: 'Known',
    phone: '+33611111111',
    custom_attributes: {},
    tags: { total_count: 0 },
  })
  expect(back.companies.total_count).toBe(0)
  expect(await by('new@example.com')).toBeUndefined()
  expect((await api.get('/companies?company_id=Acme')).body.user_count).toBe(0)
  expect((await api.get('/contacts')).body.total_count).toBe(4)
  expect((await owner.post(`${path}/undo`)).status).toBe(400)
  const { body: log } = await api.get(`/admins/activity_logs?created_at_after=${clock.now() - 60}`)
  const told = log.activity_logs.map((each: { activity_description: string }) => each.activity_description)
  expect(told).toContainEqual(expect.stringContaining('Take back what an import did'))
})

test('what nobody touched is gone with its attribute and its tag, and after a month nothing can be taken back', async () => {
  const { owner, api, ...workspace } = await furnish()
  const { body: file } = await upload(owner, UNDONE)
  const path = `/app/api/imports/${file.id}`
  await owner.post(`${path}/run`, { mapping: TO, tag: 'Fair' })
  await run()
  await owner.post(`${path}/undo`)
  await run()
  expect((await owner.get(path)).body).toMatchObject({ status: 'undone', undone: 7, kept: 0 })
  expect((await api.get('/contacts')).body.total_count).toBe(0)
  expect((await api.get('/companies')).body.total_count).toBe(0)
  expect((await api.get('/tags')).body.data).toEqual([])
  const { body: attributes } = await api.get('/data_attributes?model=contact')
  expect(attributes.data.map((each: { name: string }) => each.name)).not.toContain('plan')
  const { body: other } = await upload(owner, UNDONE)
  const second = `/app/api/imports/${other.id}`
  await owner.post(`${second}/run`, { mapping: TO.with(3, { to: 'ignore' }) })
  await run()
  clock.advance(31 * 86_400)
  const later = await signedInAs(guichet, 'owner', workspace)
  const { body: old } = await later.get(second)
  expect([old.status, old.undo_until]).toEqual(['done', null])
  expect((await later.post(`${second}/undo`)).status).toBe(400)
  await forgetImports({ database, files, now: clock.now() })
  expect((await later.get(second)).body.created).toBe(5)
})

test('companies are taken back too, and stay where people have joined them', async () => {
  const { owner, api } = await furnish()
  await api.post('/companies', { company_id: 'c1', name: 'Before', plan: 'free', size: 3 })
  const { body: file } = await upload(
    owner,
    'id,name,plan,size\nc1,After,pro,5\nc2,Two,pro,\nc3,Three,,\n',
    'company',
  )
  const mapping = [{ to: 'company_id' }, { to: 'name' }, { to: 'plan' }, { to: 'size' }]
  const path = `/app/api/imports/${file.id}`
  await owner.post(`${path}/run`, { mapping, tag: 'Fair' })
  await run()
  const { body: two } = await api.get('/companies?company_id=c2')
  const { body: contact } = await api.post('/contacts', { email: 'joined@example.com' })
  await api.post(`/contacts/${contact.id}/companies`, { id: two.id })
  await owner.post(`${path}/undo`)
  await run()
  expect((await owner.get(path)).body).toMatchObject({ status: 'undone', undone: 2, kept: 1 })
  expect((await api.get('/companies?company_id=c1')).body).toMatchObject({
    ...{ name: 'Before', size: 3, plan: { name: 'free' }, tags: { tags: [] } },
  })
  expect((await api.get('/companies?company_id=c3')).status).toBe(404)
})

test('rows of many kinds come out as they would one by one', async () => {
  const { owner, api } = await furnish()
  await api.post('/contacts', { external_id: 'a', email: 'a@example.com', name: 'A' })
  await api.post('/contacts', { role: 'lead', email: 'lead@example.com' })
  const { body: file } = await upload(
    owner,
    [
      'id,email,name,owner,company',
      'a,a@example.com,First,,Acme',
      'a,,Second,,',
      ',A@Example.com,Third,,Acme',
      'b,a@example.com,Takes an address,,',
      'c,,Of nobody,999999,',
      'd,d@example.com,Four,,Acme',
      ',lead@example.com,Lead,,',
      `e,e@example.com,${'x'.repeat(300)},,`,
      'f,f@example.com,Six,,',
      'f,d@example.com,Six takes four,,',
    ].join('\n'),
  )
  const path = `/app/api/imports/${file.id}`
  const mapping = [
    { to: 'external_id' },
    { to: 'email' },
    { to: 'name' },
    { to: 'owner_id' },
    { to: 'company_name' },
  ]
  await owner.post(`${path}/run`, { mapping })
  await run()
  const { body: done } = await owner.get(path)
  expect(done).toMatchObject({ status: 'done', created: 2, updated: 5, rejected: 3 })
  expect(done.rejects.map(({ row }: { row: number }) => row)).toEqual([6, 9, 11])
  const { body: all } = await api.get('/contacts?per_page=50')
  expect(all.data.map((each: { name: string }) => each.name).toSorted()).toEqual([
    'Four',
    'Lead',
    'Six',
    'Takes an address',
  ])
  expect((await api.get('/companies?company_id=Acme')).body.user_count).toBe(2)
})

test('each role does with imports what the table of roles says', async () => {
  const { owner, ...workspace } = await furnish()
  const mapping = [{ to: 'external_id' }, { to: 'email' }]
  for (const role of ROLES) {
    const member = await signedInAs(guichet, role, workspace)
    const may = permissionsOf[role].has('read_write_users')
    const mine = await upload(member, `id,email\n${role},${role}@example.com\n`)
    expect(mine.status, role).toBe(may ? 201 : 403)
    const id = may ? mine.body.id : (await upload(owner, 'id,email\nx,x@example.com\n')).body.id
    const path = `/app/api/imports/${id}`
    const does = async (status: number, act: () => Promise<{ status: number }>) =>
      expect((await act()).status, `${role} ${act}`).toBe(may ? status : 403)
    await does(200, () => member.get('/app/api/imports'))
    await does(200, () => member.get(path))
    await does(202, () => member.post(`${path}/check`, { mapping }))
    await does(200, () => member.post(`${path}/cancel`))
    await does(202, () => member.post(`${path}/run`, { mapping }))
    await run()
    await does(202, () => member.post(`${path}/undo`))
    await run()
    const rejected = await fetch(`${member.origin}${path}/rejected`, { headers: member.caller })
    expect(rejected.status, role).toBe(may ? 200 : 403)
  }
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
