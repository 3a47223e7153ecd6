import { expect, test } from 'vitest'
import { startImapServer } from '../../test/support/imap-server.ts'
import { type Branch, conversationOf, letter, openPostOffice } from '../../test/support/post-office.ts'
import { lookOnce } from '../domain/incoming-mail/index.ts'
import { findMailboxRow } from '../domain/mailbox/index.ts'
import { buildLog } from '../log.ts'
import type { FileStore } from '../storage/file-store.ts'
import { watchMailboxes } from './watch-mailboxes.ts'

const office = await openPostOffice()
const { openBranch, look, read, clock } = office

/** A workspace whose address is a folder of a real IMAP server that has been looked into once. */
async function openFolder(more: object = {}) {
  const server = await startImapServer()
  const branch = await openBranch()
  const { host, port, user, password } = server
  const made = await branch.owner.post('/app/api/mailboxes', {
    ...{ address: `imap@${branch.id}.example`, intake: 'imap' },
    imap: { host, port, user, password, security: 'none', ...more },
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const id = String(made.body.id)
  const fetchNew = () => look(branch.id, id)
  return { server, branch, id, fetchNew }
}

const subjectsOf = async ({ api }: Branch): Promise<string[]> => {
  const { body } = await api.get('/conversations?per_page=150')
  return body.conversations.map(({ source }: { source: { subject: string } }) => source.subject).toSorted()
}

const ledgerOf = async (branch: Branch, id: string) =>
  (await branch.owner.get(`/app/api/incoming_mails?mailbox_id=${id}`)).body.data

test('what comes after a mailbox is set up becomes conversations, whoever has seen it, and nothing of before', async () => {
  const { server, branch, fetchNew, id } = await openFolder()
  server.deliver(letter({ subject: 'Before' }))
  expect(await fetchNew()).toBe(0)
  server.deliver(letter({ subject: 'One' }))
  server.deliver(letter({ subject: 'Two', text: 'ünïcödé' }))
  expect(await fetchNew()).toBe(2)
  expect(await fetchNew()).toBe(0)
  await read()
  expect(await subjectsOf(branch)).toEqual(['One', 'Two'])
  const [two] = await ledgerOf(branch, id)
  const { source } = await conversationOf(branch, two.conversation_id)
  expect(source.body).toContain('ünïcödé')
  const { body } = await branch.owner.get('/app/api/mailboxes')
  expect(body.data[1]).toMatchObject({ looked_at: clock.now(), fault: null, imap: { has_password: true } })
})

test('other numbers for the same mails make no other messages', async () => {
  const { server, branch, fetchNew, id } = await openFolder()
  await fetchNew()
  server.deliver(letter({ subject: 'One' }))
  await fetchNew()
  await read()
  server.renumber()
  server.deliver(letter({ subject: 'Two' }))
  await fetchNew()
  await read()
  expect(await subjectsOf(branch)).toEqual(['One', 'Two'])
  const statuses = (await ledgerOf(branch, id)).map(({ status }: { status: string }) => status)
  expect(statuses.toSorted()).toEqual(['accepted', 'accepted', 'duplicate'])
})

test('a connection that breaks in the middle of a mail loses none and doubles none', async () => {
  const { server, branch, fetchNew, id } = await openFolder()
  await fetchNew()
  for (const subject of ['One', 'Two', 'Three']) server.deliver(letter({ subject, text: 'x'.repeat(20_000) }))
  server.breakOff(2)
  for (let tries = 0; tries < 4; tries += 1) await fetchNew()
  await read()
  expect(await subjectsOf(branch)).toEqual(['One', 'Three', 'Two'])
  expect(await ledgerOf(branch, id)).toHaveLength(3)
  expect(server.fetched()).toBe(5)
})

test('a mail that breaks every connection is given up, told of, and keeps no others out', async () => {
  const { server, branch, fetchNew, id } = await openFolder()
  await fetchNew()
  server.deliver(letter({ subject: 'Poison' }))
  server.deliver(letter({ subject: 'Fine' }))
  server.breakOff(5)
  for (let tries = 0; tries < 5; tries += 1) await fetchNew()
  const { body } = await branch.owner.get('/app/api/mailboxes')
  expect(body.data[1].fault).toContain('could not be read')
  await fetchNew()
  await read()
  expect(await subjectsOf(branch)).toEqual(['Fine'])
  const [, poison] = await ledgerOf(branch, id)
  expect(poison).toMatchObject({ status: 'failed', reason: 'could not be fetched' })
})

test('a crash between fetching and keeping has the mail fetched again', async () => {
  const { server, branch, fetchNew, id } = await openFolder()
  await fetchNew()
  server.deliver(letter({ subject: 'One' }))
  const row = await findMailboxRow(office.database.read, branch.id, Number(id))
  if (!row) throw new Error('there is no such mailbox')
  const dying: FileStore = {
    ...office.files,
    async put(workspaceId, bytes) {
      await office.files.put(workspaceId, bytes)
      throw new Error('the power is gone')
    },
  }
  await lookOnce({ ...office, files: dying, now: clock.now() }, row)
  expect(await ledgerOf(branch, id)).toEqual([])
  expect(await fetchNew()).toBe(1)
  await read()
  expect(await subjectsOf(branch)).toEqual(['One'])
})

test('a server that is not there, lets nobody in or is none of the public says so', async () => {
  const { branch, id, server } = await openFolder()
  const faultWith = async (imap: object) => {
    const { host, port, user } = server
    const changed = await branch.owner.patch(`/app/api/mailboxes/${id}`, {
      imap: { host, port, user, security: 'none', password: 'right', ...imap },
    })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    return (await branch.owner.post(`/app/api/mailboxes/${id}/look`)).body.fault
  }
  expect(await faultWith({ password: 'wrong' })).toContain('did not let us in')
  expect(await faultWith({ port: 1 })).toContain('could not be read')
  expect(await faultWith({ folder: 'Nowhere' })).toContain('could not be read')
  expect(await faultWith({ host: '10.0.0.1', security: 'tls' })).toContain('not a public address')
  expect(await faultWith({})).toBeNull()
  const other = { imap: { host: 'other.example', port: 993, user: 'support' } }
  expect((await branch.owner.patch(`/app/api/mailboxes/${id}`, other)).status).toBe(400)
})

test('a server tells of what is new, and it is there at once', async () => {
  const { server, branch } = await openFolder()
  const log = buildLog('error')
  const watch = watchMailboxes({ ...office, clock: { ms: () => Date.now() }, log })
  try {
    await watch.now()
    await expect
      .poll(async () => (await branch.owner.get('/app/api/mailboxes')).body.data[1].looked_at)
      .not.toBeNull()
    server.deliver(letter({ subject: 'News' }))
    await expect.poll(() => server.fetched()).toBe(1)
    await expect.poll(async () => (await read()) + (await subjectsOf(branch)).length).toBeGreaterThan(0)
    expect(await subjectsOf(branch)).toEqual(['News'])
  } finally {
    await watch.stop()
  }
})
