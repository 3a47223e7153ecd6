import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildContact, buildConversation, reply } from '../../test/support/conversations.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { fetchAttachments } from '../domain/conversation/index.ts'
import { guardedEgress } from '../egress/egress.ts'
import { localFiles } from '../storage/local.ts'

const dataDir = await mkdtemp(join(tmpdir(), 'guichet-fetched-'))
const guichet = await startGuichet({ GUICHET_DATA_DIR: dataDir })
const { api, clock, database, origin } = guichet
const files = localFiles(join(dataDir, 'files'))

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAAElFTkSuQmCC', 'base64')

let asked = 0
const elsewhere = createServer(({ url }, response) => {
  asked += 1
  const answer = (type: string, body: string | Buffer, headers: Record<string, string> = {}, status = 200) =>
    response.writeHead(status, { 'content-type': type, ...headers }).end(body)
  if (url === '/picture')
    return answer('image/png', PNG, { 'content-disposition': 'inline; filename="cat.png"' })
  if (url === '/moved') return response.writeHead(302, { location: '/report.pdf?signed=1' }).end()
  if (url?.startsWith('/report.pdf')) return answer('application/octet-stream', '%PDF-1.7')
  if (url === '/named')
    return answer('text/csv', 'a,b', {
      'content-disposition':
        "attachment; filename=x.csv; filename*=UTF-8''..%2F..%2Fr%C3%A9sum%E2%80%AE%C3%A9.csv",
    })
  if (url === '/login.pdf') return answer('text/html; charset=utf-8', '<p>Sign in</p>')
  if (url === '/setup') return answer('application/x-msdownload', 'MZ')
  if (url === '/large.bin') return answer('image/png', Buffer.alloc(41 * 1024 * 1024))
  if (url === '/inward') return response.writeHead(302, { location: 'http://127.0.0.2/' }).end()
  if (url === '/shaky.txt')
    return asked < 3 ? answer('text/plain', 'no', {}, 503) : answer('text/plain', 'yes')
  if (url === '/down.txt') return answer('text/plain', 'no', {}, 503)
  return answer('text/plain', 'none', {}, 404)
})
let base = ''
beforeAll(async () => {
  await new Promise<void>(done => elsewhere.listen(0, '127.0.0.1', done))
  const address = elsewhere.address()
  base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterAll(async () => {
  elsewhere.close()
  await rm(dataDir, { recursive: true })
})

const round = (allow = ['127.0.0.1/32']) =>
  fetchAttachments({ database, egress: guardedEgress(allow), files, now: clock.now() })

const attachmentsOf = async (id: string) => {
  const { body } = await api.get(`/conversations/${id}`)
  return body.conversation_parts.conversation_parts.at(-1).attachments
}

/** What became of the files of a reply once everything that was due had been tried. */
async function fetched(...paths: string[]) {
  const { id } = await buildConversation(guichet)
  const { status } = await reply(guichet, id, {
    body: 'See',
    attachment_urls: paths.map(path => base + path),
  })
  expect(status).toBe(200)
  await round()
  return attachmentsOf(id)
}

/** What is kept of the last part's files besides what answers show. */
const stored = async (id: string) => {
  const row = await database.read
    .selectFrom('conversation_parts')
    .select('attachments')
    .where('workspace_id', '=', guichet.id)
    .where('conversation_id', '=', Number(id))
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return row.attachments
}

const waiting = () =>
  database.read
    .selectFrom('attachment_fetches')
    .select('url')
    .where('workspace_id', '=', guichet.id)
    .execute()

test('a reply does not wait for the files it names, and has them afterwards', async () => {
  const { id } = await buildConversation(guichet)
  const before = asked
  const answer = await reply(guichet, id, {
    body: 'See',
    attachment_urls: [`${base}/picture`, `${base}/moved`],
  })
  expect(asked).toBe(before)
  expect(answer.body.conversation_parts.conversation_parts[0].attachments).toEqual([
    expect.objectContaining({ name: 'picture', url: `${base}/picture`, filesize: 0 }),
    expect.objectContaining({ name: 'moved', url: `${base}/moved`, filesize: 0 }),
  ])
  await round()
  const [picture, report] = await attachmentsOf(id)
  expect(picture).toEqual({
    ...{ type: 'upload', name: 'cat.png', content_type: 'image/png', filesize: PNG.length },
    ...{ url: expect.stringContaining(`${origin}/attachments/`), width: 2, height: 3 },
  })
  expect(report).toMatchObject({ name: 'report.pdf', content_type: 'application/pdf', filesize: 8 })
  expect(Buffer.from(await (await fetch(picture.url)).arrayBuffer())).toEqual(PNG)
  expect(await (await fetch(report.url)).text()).toBe('%PDF-1.7')
  expect(await waiting()).toEqual([])
})

test('a file has the name its server gives, without what would make it seem another', async () => {
  expect(await fetched('/named')).toMatchObject([
    { name: 'résumé.csv', content_type: 'text/csv', filesize: 3 },
  ])
})

test.each([
  ['a page in the place of a file', '/login.pdf', 'The address leads to a page, not to a file'],
  ['a program', '/setup', 'Programs are not kept'],
  ['a file that is too large', '/large.bin', 'The answer is larger than 41943040 bytes'],
  ['an address where nothing is', '/missing.txt', 'The address answered 404'],
  ['a redirect to an address of ours', '/inward', '127.0.0.2 is not a public address'],
])('%s is not kept, and its address stays with the reason', async (_, path, fault) => {
  const { id } = await buildConversation(guichet)
  await reply(guichet, id, { body: 'See', attachment_urls: [base + path] })
  await round()
  expect(await attachmentsOf(id)).toMatchObject([{ url: base + path, filesize: 0 }])
  expect(await stored(id)).toMatchObject([{ fetch: 'failed', fault }])
  expect(await waiting()).toEqual([])
})

test('what is not public is not asked for', async () => {
  const { id } = await buildConversation(guichet)
  await reply(guichet, id, { body: 'See', attachment_urls: [`${base}/picture`] })
  const before = asked
  await round([])
  expect(asked).toBe(before)
  expect(await stored(id)).toMatchObject([{ fetch: 'failed', fault: '127.0.0.1 is not a public address' }])
})

test('a server that fails is asked again, some times and at some distance', async () => {
  const { id } = await buildConversation(guichet)
  asked = 0
  await reply(guichet, id, { body: 'See', attachment_urls: [`${base}/shaky.txt`] })
  await round()
  await round()
  expect(asked).toBe(1)
  clock.advance(10)
  await round()
  clock.advance(60)
  await round()
  expect(await attachmentsOf(id)).toMatchObject([{ name: 'shaky.txt', filesize: 3 }])
  const other = await buildConversation(guichet)
  asked = 0
  await reply(guichet, other.id, { body: 'See', attachment_urls: [`${base}/down.txt`] })
  for (const wait of [0, 10, 60, 600, 6000]) {
    clock.advance(wait)
    await round()
  }
  expect(asked).toBe(4)
  expect(await stored(other.id)).toMatchObject([{ fetch: 'failed', fault: 'The address answered 503' }])
})

test('a file of a conversation that is deleted meanwhile is nobody’s', async () => {
  const { id } = await buildConversation(guichet)
  await reply(guichet, id, { body: 'See', attachment_urls: [`${base}/picture`] })
  await api.delete(`/conversations/${id}`)
  const before = asked
  await round()
  expect(asked).toBe(before)
})

test('files that begin a conversation and files of a ticket are fetched as well', async () => {
  const contact = await buildContact(guichet)
  const { body: message } = await api.post('/conversations', {
    ...{ from: { type: 'user', id: contact.id }, body: 'Look' },
    attachment_urls: [`${base}/picture`, `${base}/picture`],
  })
  const { body: type } = await api.post('/ticket_types', { name: 'Bug' })
  await api.post(`/ticket_types/${type.id}/attributes`, {
    ...{ name: 'Logs', description: 'Logs', data_type: 'files', allow_multiple_values: true },
  })
  const { body: ticket } = await api.post('/tickets', {
    ...{ ticket_type_id: type.id, contacts: [{ id: contact.id }] },
    ticket_attributes: { Logs: [`${base}/report.pdf`] },
  })
  await round()
  const { body: conversation } = await api.get(`/conversations/${message.conversation_id}`)
  expect(conversation.source.attachments).toMatchObject([{ name: 'cat.png' }, { name: 'cat.png' }])
  const { body: found } = await api.get(`/tickets/${ticket.id}`)
  const [log] = found.ticket_attributes.Logs
  expect(log).toMatchObject({ name: 'report.pdf', filesize: 8 })
  const before = asked
  expect((await api.put(`/tickets/${ticket.id}`, { ticket_attributes: { Logs: [log] } })).status).toBe(200)
  await round()
  expect(asked).toBe(before)
  expect((await api.get(`/tickets/${ticket.id}`)).body.ticket_attributes.Logs).toMatchObject([
    { url: log.url },
  ])
})
