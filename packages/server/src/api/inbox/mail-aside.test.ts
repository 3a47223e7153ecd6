import { expect, test } from 'vitest'
import {
  type Branch,
  conversationOf,
  headerOf,
  letter,
  openPostOffice,
  proveAddress,
  reportOf,
} from '../../../test/support/post-office.ts'
import { sequenceEvents } from '../../events/sequence-events.ts'
import { PLANNERS } from '../../jobs/sequence-events.ts'

const office = await openPostOffice()
const { server, mailOut, openBranch, database } = office

/** A conversation with a customer, and a side conversation with a depot; the depot's mail of it. */
async function aside(branch: Branch, to: object[] = [{ email: 'depot@example.com', name: 'Depot' }]) {
  const { conversation_id: id } = await branch.receive(letter({ from: 'customer@example.com' }))
  const path = `/app/api/conversations/${id}/side_conversations`
  const { body: side } = await branch.api.post(path, { subject: 'Stock', body: 'Is there any?', to })
  await mailOut()
  const sent = server.taken.findLast(mail => mail.to.includes('depot@example.com'))
  const raw = sent?.raw ?? ''
  return {
    ...{ id, raw, key: headerOf(raw, 'Message-ID'), from: sent?.from ?? '' },
    replyTo: /<([^>]+)>/.exec(headerOf(raw, 'Reply-To'))?.[1] ?? '',
    sideId: side.id,
    read: async () => (await branch.owner.get(`/app/api/side_conversations/${side.id}`)).body,
    reply: (body: string) => branch.api.post(`/app/api/side_conversations/${side.id}/parts`, { body }),
    words: async () => {
      const { body } = await branch.owner.get(`/app/api/side_conversations/${side.id}`)
      return body.conversation_parts.map((part: { body: string }) => part.body.replace(/<[^>]+>/g, ''))
    },
  }
}

const open = async () => {
  const branch = await openBranch({ plus_addressing: true })
  await proveAddress({ ...branch, server, mailOut })
  return branch
}

test('what somebody outside answers comes into the side conversation, and stays out of the customer’s', async () => {
  const branch = await open()
  const { id, raw, key, from, replyTo, sideId, read, reply } = await aside(branch)
  expect(headerOf(raw, 'From')).toBe(`"Ada Owner (Test)" <${branch.address}>`)
  expect(from).toMatch(/^support\+t[0-9a-z]+-[a-z2-7]{20}@/)
  const answered = await branch.receive(
    letter({
      ...{
        from: 'Depot Nord <depot@example.com>',
        text: 'Three left\r\n\r\nOn 25 Nov 2026, Ada wrote:\r\n> Is there any?',
      },
      headers: { 'In-Reply-To': key, Cc: 'Boss <boss@example.com>, customer@example.com' },
    }),
  )
  expect(answered).toMatchObject({
    status: 'accepted',
    conversation_id: id,
    reason: 'into a side conversation',
  })
  // By the address alone, in a program that knows no threads, with a file.
  const file = [
    '--x',
    'Content-Type: text/plain',
    '',
    'And this',
    '--x',
    'Content-Type: text/csv; name=stock.csv',
    '',
    'a,b',
    '--x--',
  ]
  await branch.receive(
    letter({
      ...{ from: 'depot@example.com', to: replyTo.toUpperCase(), text: file.join('\r\n') },
      headers: { 'Content-Type': 'multipart/mixed; boundary=x' },
    }),
  )
  const side = await read()
  expect(side.conversation_parts.map((part: { body: string }) => part.body)).toEqual([
    '<p class="no-margin">Is there any?</p>',
    '<p class="no-margin">Three left</p>',
    '<p class="no-margin">And this</p>',
  ])
  const [, second, third] = side.conversation_parts
  expect(second.author).toMatchObject({
    type: 'user',
    id: null,
    name: 'Depot Nord',
    email: 'depot@example.com',
  })
  expect(third.attachments).toMatchObject([{ name: 'stock.csv', content_type: 'text/csv' }])
  // Whoever was copied takes part from now on; the customer does not.
  expect(side.participants.map(({ email }: { email: string }) => email)).toEqual([
    'boss@example.com',
    'depot@example.com',
  ])
  const conversation = await conversationOf(branch, id)
  expect(conversation.conversation_parts.total_count).toBe(0)
  expect(conversation.contacts.contacts).toHaveLength(1)
  const listed = (await branch.api.at('2.16').get(`/conversations/${id}/side_conversations`)).body
  expect(listed.side_conversations[0].total_count).toBe(3)
  expect((await branch.owner.get(`/app/api/conversations/${id}/mails`)).body.data).toHaveLength(1)
  // The log tells of it, so that a page which shows it looks again.
  await sequenceEvents({ database, planners: PLANNERS })
  const { body: feed } = await branch.api.get(
    `/events_feed?object_type=side_conversation&object_id=${sideId}`,
  )
  expect(feed.events.at(-1)).toMatchObject({ topic: 'object.changed' })
  // The next one goes to all of them, in the thread.
  await reply('Send two')
  await mailOut()
  const last = server.taken.findLast(({ to }) => to.includes('boss@example.com'))
  expect(last?.to.toSorted()).toEqual(['boss@example.com', 'depot@example.com'])
  expect(headerOf(last?.raw ?? '', 'References')).toContain(key)
})

test('teammates who wrote aside get the answer by mail, and can answer it there', async () => {
  const branch = await openBranch({ plus_addressing: true, authserv_id: 'mx.shop.example' })
  const { replyTo, key, read } = await aside(branch)
  const before = server.taken.length
  await branch.receive(letter({ from: 'depot@example.com', text: 'Three', headers: { 'In-Reply-To': key } }))
  await mailOut()
  const [passed, ...others] = server.taken.slice(before)
  expect([passed?.to, others]).toEqual([['ada@example.com'], []])
  expect(headerOf(passed?.raw ?? '', 'From')).toContain('"Depot (Test)"')
  const proof = 'mx.shop.example; dkim=pass header.d=example.com; dmarc=pass'
  await branch.receive(
    letter({
      ...{ from: 'ada@example.com', to: replyTo, text: 'Thanks' },
      headers: { 'In-Reply-To': headerOf(passed?.raw ?? '', 'Message-ID'), 'Authentication-Results': proof },
    }),
  )
  const { conversation_parts: parts } = await read()
  expect(parts.at(-1).author).toMatchObject({ type: 'admin', id: String(branch.ownerId) })
})

test('who takes no part in a side conversation writes into none', async () => {
  const branch = await open()
  const { id, key, replyTo, words } = await aside(branch)
  const headers = { 'In-Reply-To': key }
  for (const from of ['mallory@evil.example', 'customer@example.com', 'ada@example.com']) {
    const { conversation_id } = await branch.receive(letter({ from, to: replyTo, headers }))
    expect(conversation_id).not.toBe(id)
    const { conversation_parts } = await conversationOf(branch, conversation_id)
    expect(conversation_parts.conversation_parts[0].body).toContain(
      `a side conversation of conversation ${id}`,
    )
  }
  expect(await words()).toEqual(['Is there any?'])
  // What another workspace signed is nothing here.
  const other = await open()
  const elsewhere = await other.receive(letter({ from: 'depot@example.com', to: replyTo, headers }))
  expect((await conversationOf(other, elsewhere.conversation_id)).source.author.email).toBe(
    'depot@example.com',
  )
})

test('absence notes and mails that come back are told aside, and nobody answers or mails them again', async () => {
  const branch = await open()
  const { id, key, from, words, read, reply } = await aside(branch)
  const before = server.taken.length
  const absent = letter({
    ...{ from: 'depot@example.com', text: 'Back on Monday' },
    headers: { 'In-Reply-To': key, 'Auto-Submitted': 'auto-replied' },
  })
  expect(await branch.receive(absent)).toMatchObject({ status: 'accepted', reason: 'an automatic answer' })
  expect((await branch.receive(absent)).status).toBe('duplicate')
  const report = reportOf({ to: from, recipient: 'depot@example.com', key: '<unknown@mx.example>' })
  expect(await branch.receive(report)).toMatchObject({ status: 'accepted', conversation_id: id })
  expect(await words()).toEqual([
    'Is there any?',
    'Automatic answer:Back on Monday',
    'The mail to depot@example.com came back: 550 5.1.1 nobody here',
  ])
  const side = await read()
  expect(side.conversation_parts.at(-1).author.type).toBe('bot')
  expect(side.participants[0].fault).toContain('nobody here')
  await reply('Hello?')
  await mailOut()
  expect(server.taken.length).toBe(before)
  expect((await conversationOf(branch, id)).conversation_parts.total_count).toBe(0)
})

test('a server that refuses somebody aside is told of there', async () => {
  const branch = await open()
  server.refusing.recipients.set('nobody@example.com', { code: 550, says: '5.1.1 no such user' })
  const { read } = await aside(branch, [{ email: 'nobody@example.com' }, { email: 'depot@example.com' }])
  const { participants, conversation_parts: parts } = await read()
  expect(participants.map(({ fault }: { fault: string | null }) => fault === null)).toEqual([true, false])
  expect(parts.at(-1).body).toContain('The mail to nobody@example.com could not be sent')
})
