import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  type Branch,
  conversationOf,
  headerOf,
  letter,
  openPostOffice,
} from '../../../test/support/post-office.ts'
import { removeFiles } from '../../domain/file-removal/index.ts'
import { keyIn } from '../../storage/file-store.ts'

const office = await openPostOffice()
const { server, mailOut, openBranch, database, files, clock } = office

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A mail with words, a picture in them, and a file. */
const rich = (of: { from: string; subject: string }) =>
  letter({
    ...of,
    headers: { 'Content-Type': 'multipart/mixed; boundary=x' },
    text: [
      ...['--x', 'Content-Type: text/html', '', `<p>Words of ${of.from} <img src="cid:pic@x"></p>`, '--x'],
      ...['Content-Type: image/png; name=p.png', 'Content-ID: <pic@x>', 'Content-Transfer-Encoding: base64'],
      ...[
        '',
        PNG,
        '--x',
        'Content-Type: text/csv; name=mine.csv',
        'Content-Disposition: attachment',
        '',
        'a,b',
      ],
      '--x--',
    ].join('\r\n'),
  })

const contactId = async ({ api }: Branch, email: string): Promise<string> => {
  const query = { field: 'email', operator: '=', value: email }
  return (await api.post('/contacts/search', { query })).body.data[0].id
}

/** The keys of every file that anything of a workspace names. */
async function keysOf({ id }: Branch): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select raw_key as key from incoming_mails where workspace_id = ${id} and raw_key is not null
    union select raw_key from mail_messages where workspace_id = ${id} and raw_key is not null
    union select jsonb_array_elements_text(pictures) from mail_messages where workspace_id = ${id}`.execute(
    database.read,
  )
  return rows.map(({ key }) => key)
}

/** Whatever of a workspace the tables of mail hold, as one text. */
async function everythingOf({ id }: Branch): Promise<string> {
  const { rows } = await sql<{ all: string }>`
    select string_agg(t, ' ') as all from (
      select i::text as t from incoming_mails i where workspace_id = ${id}
      union all select m::text from mail_messages m where workspace_id = ${id}
      union all select d::text from mail_deliveries d where workspace_id = ${id}
      union all select o::text from outgoing_messages o where workspace_id = ${id}
    ) rows`.execute(database.read)
  return rows[0]?.all ?? ''
}

const kept = async (keys: string[]) => {
  await removeFiles({ database, files })
  const sizes = await Promise.all(keys.map(key => files.sizeOf(key)))
  return sizes.filter(size => size !== undefined).length
}

const answer = (branch: Branch, id: string, body: string) =>
  branch.api.post(`/conversations/${id}/reply`, {
    ...{ message_type: 'comment', type: 'admin', admin_id: branch.ownerId, body },
  })

test('with a contact go the mails and files kept of it, and it is neither taken in nor written to again', async () => {
  const branch = await openBranch()
  const raw = rich({ from: 'gone@example.com', subject: 'Private matters' })
  const { conversation_id: id } = await branch.receive(raw)
  await branch.receive(letter({ from: 'gone@example.com', headers: { 'Auto-Submitted': 'auto-replied' } }))
  const other = await branch.receive(rich({ from: 'stays@example.com', subject: 'Other matters' }))
  await answer(branch, id, 'Sent before')
  await mailOut()
  const sent = server.taken.findLast(({ to }) => to.includes('gone@example.com'))
  await answer(branch, id, 'Never sent')
  const before = await conversationOf(branch, id)
  const keys = [...(await keysOf(branch)), keyIn(new URL(before.source.attachments[0].url).pathname)]
  expect(keys).toHaveLength(6)
  expect(await kept(keys)).toBe(6)
  const gone = await contactId(branch, 'gone@example.com')
  expect((await branch.api.delete(`/contacts/${gone}`)).status).toBe(200)
  // What is left is what the other one sent.
  expect(await kept(keys)).toBe(2)
  const left = await everythingOf(branch)
  for (const word of ['gone@example.com', 'Private matters', 'Sent before']) expect(left).not.toContain(word)
  expect(left).toContain('stays@example.com')
  const { source } = await conversationOf(branch, id)
  expect(source.body).toBe('<p>Words of gone@example.com </p>')
  expect([source.attachments, source.email_message_metadata ?? null]).toEqual([[], null])
  const mails = await branch.owner.get(`/app/api/conversations/${id}/mails`)
  expect(mails.body.data.map((mail: { has_original: boolean }) => mail.has_original)).not.toContain(true)
  const ledger = (await branch.owner.get('/app/api/incoming_mails')).body.data
  expect(ledger.map(({ reason, sender }: { reason: string; sender: string }) => [reason, sender])).toEqual([
    [null, 'stays@example.com'],
    ['erased', null],
    ['erased', null],
  ])
  for (const { id: mailId } of ledger.slice(1))
    expect((await branch.owner.post(`/app/api/incoming_mails/${mailId}/again`)).status).toBe(400)
  // The same mail again, as after a repair of its server.
  expect(await branch.receive(raw)).toMatchObject({ status: 'duplicate' })
  const taken = server.taken.length
  clock.advance(60)
  await mailOut()
  expect(server.taken.slice(taken).flatMap(({ to }) => to)).not.toContain('gone@example.com')
  // An answer to what was sent before still finds where it belongs, as somebody new.
  const key = headerOf(sent?.raw ?? '', 'Message-ID')
  const late = await branch.receive(letter({ from: 'gone@example.com', headers: { 'In-Reply-To': key } }))
  expect(late.status).toBe('accepted')
  expect(late.conversation_id).not.toBe(id)
  expect((await conversationOf(branch, other.conversation_id)).source.attachments).toHaveLength(1)
})

test('a mail that waits for several goes to those who are left, and forgets the one who is gone', async () => {
  const branch = await openBranch()
  const ids: string[] = []
  for (const email of ['first@example.com', 'second@example.com'])
    ids.push((await branch.api.post('/contacts', { role: 'user', email })).body.id)
  await branch.api.post('/messages', {
    ...{ message_type: 'email', subject: 'News', body: 'Dear all', template: 'plain' },
    ...{ from: { type: 'admin', id: branch.ownerId }, to: ids.map(id => ({ type: 'user', id })) },
  })
  await branch.api.delete(`/contacts/${ids[0]}`)
  await mailOut()
  const mail = server.taken.findLast(({ raw }) => headerOf(raw, 'Subject') === 'News')
  expect(mail?.to).toEqual(['second@example.com'])
  expect(mail?.raw).not.toContain('first@example.com')
})

test('an address that somebody else has too keeps what is theirs', async () => {
  const branch = await openBranch()
  const { conversation_id: id } = await branch.receive(
    letter({ from: 'shared@example.com', subject: 'As a lead' }),
  )
  const lead = (await conversationOf(branch, id)).source.author.id
  await branch.api.post('/contacts', { role: 'user', email: 'shared@example.com' })
  const second = await branch.receive(letter({ from: 'shared@example.com', subject: 'As a user' }))
  await branch.api.delete(`/contacts/${lead}`)
  const original = async (of: string) =>
    (await branch.owner.get(`/app/api/conversations/${of}/mails`)).body.data[0].has_original
  expect([await original(id), await original(second.conversation_id)]).toEqual([false, true])
})

test('a conversation that is deleted, and words that are redacted, leave no mail as it came', async () => {
  const branch = await openBranch()
  const deleted = rich({ from: 'a@example.com', subject: 'Deleted words' })
  const redacted = rich({ from: 'b@example.com', subject: 'Redacted words' })
  const first = await branch.receive(deleted)
  const second = await branch.receive(redacted)
  const keys = await keysOf(branch)
  expect(await kept(keys)).toBe(4)
  await branch.api.delete(`/conversations/${first.conversation_id}`)
  const { source } = await conversationOf(branch, second.conversation_id)
  const request = { type: 'source', conversation_id: second.conversation_id, source_id: source.id }
  expect((await branch.api.post('/conversations/redact', request)).status).toBe(200)
  expect(await kept(keys)).toBe(0)
  const left = await everythingOf(branch)
  for (const word of ['Deleted words', 'Redacted words']) expect(left).not.toContain(word)
  for (const raw of [deleted, redacted]) expect((await branch.receive(raw)).status).toBe('duplicate')
})

test('an address that is given up leaves the mails of conversations, and none that was left out of them', async () => {
  const branch = await openBranch()
  const { conversation_id: id } = await branch.receive(letter({ from: 'a@example.com' }))
  await branch.receive(letter({ from: 'b@example.com', headers: { 'Auto-Submitted': 'auto-replied' } }))
  const keys = await keysOf(branch)
  expect(await kept(keys)).toBe(2)
  expect((await branch.owner.delete(`/app/api/mailboxes/${branch.mailbox.id}`)).status).toBe(204)
  expect(await kept(keys)).toBe(1)
  const { body } = await branch.owner.get(`/app/api/conversations/${id}/mails`)
  expect(body.data[0].has_original).toBe(true)
})
