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

const office = await openPostOffice()
const { server, mailOut, openBranch } = office

/** A message of an admin by mail to some new users, and how it left. */
async function message(branch: Branch, addresses: string[], more: object = {}) {
  const contacts: { id: string; email: string }[] = []
  for (const email of addresses)
    contacts.push((await branch.api.post('/contacts', { role: 'user', email })).body)
  const to = contacts.map(({ id }) => ({ type: 'user', id }))
  const { body } = await branch.api.post('/messages', {
    ...{ message_type: 'email', subject: 'News', body: '<p>Dear all</p>', template: 'plain', to, ...more },
    from: { type: 'admin', id: branch.ownerId },
  })
  await mailOut()
  const sent = server.taken.findLast(mail => addresses.some(address => mail.to.includes(address)))
  const raw = sent?.raw ?? ''
  const replyTo = /<([^>]+)>/.exec(headerOf(raw, 'Reply-To'))?.[1] ?? headerOf(raw, 'Reply-To')
  return { id: body.id, contacts, raw, replyTo, from: sent?.from ?? '', key: headerOf(raw, 'Message-ID') }
}

const begunWith = async ({ api }: Branch, messageId: string) => {
  const query = { field: 'source.id', operator: '=', value: messageId }
  return (await api.post('/conversations/search', { query })).body.conversations
}

test('the first answer to a message begins its conversation, and later ones go on in it', async () => {
  const branch = await openBranch({ plus_addressing: true })
  await proveAddress({ ...branch, server, mailOut })
  const sent = await message(branch, ['ann@example.com', 'bea@example.com'])
  expect(headerOf(sent.raw, 'From')).toBe(`"Ada Owner (Test)" <${branch.address}>`)
  expect(sent.replyTo).toMatch(/^support\+m[0-9a-z]+-[a-z2-7]{20}@/)
  expect(sent.from).toMatch(/^support\+n/)
  expect(await begunWith(branch, sent.id)).toEqual([])
  const answer = await branch.receive(
    letter({ from: 'bea@example.com', text: 'Tell me more', headers: { 'In-Reply-To': sent.key } }),
  )
  const [conversation, ...others] = await begunWith(branch, sent.id)
  expect([others, answer.conversation_id]).toEqual([[], conversation.id])
  expect(conversation.source).toMatchObject({
    type: 'email',
    subject: 'News',
    delivered_as: 'admin_initiated',
  })
  expect(conversation.contacts.contacts).toHaveLength(2)
  // By the address alone, in a program that knows no threads.
  const second = await branch.receive(letter({ from: 'ann@example.com', to: sent.replyTo, text: 'Me too' }))
  expect(second.conversation_id).toBe(conversation.id)
  const { conversation_parts } = await conversationOf(branch, conversation.id)
  const parts = conversation_parts.conversation_parts
  expect(
    parts.map(({ body, author }: { body: string; author: { id: string } }) => [author.id, body]),
  ).toEqual([
    [sent.contacts[1]?.id, '<p class="no-margin">Tell me more</p>'],
    [sent.contacts[0]?.id, '<p class="no-margin">Me too</p>'],
  ])
  await branch.api.post(`/conversations/${conversation.id}/reply`, {
    ...{ message_type: 'comment', type: 'admin', admin_id: branch.ownerId, body: 'Gladly' },
  })
  await mailOut()
  const { raw = '' } = server.taken.at(-1) ?? {}
  expect(headerOf(raw, 'Subject')).toBe('Re: News')
  expect(headerOf(raw, 'References')).toContain(sent.key)
})

test('no machine, nobody a message was passed on to and no blind copy begins its conversation', async () => {
  const branch = await openBranch({ plus_addressing: true })
  const { body: hidden } = await branch.api.post('/contacts', { role: 'user', email: 'hidden@example.com' })
  const sent = await message(branch, ['cem@example.com'], { bcc: [{ type: 'user', id: hidden.id }] })
  const headers = { 'In-Reply-To': sent.key }
  const absent = await branch.receive(
    letter({ from: 'cem@example.com', headers: { ...headers, 'Auto-Submitted': 'auto-replied' } }),
  )
  expect(absent).toMatchObject({ status: 'rejected', conversation_id: null })
  for (const from of ['hidden@example.com', 'stranger@example.com']) {
    const { conversation_id } = await branch.receive(letter({ from, to: sent.replyTo, headers }))
    expect((await conversationOf(branch, conversation_id)).source.delivered_as).toBe('customer_initiated')
  }
  expect(await begunWith(branch, sent.id)).toEqual([])
})

test('a message that comes back has failed, and its reader is mailed no more', async () => {
  const branch = await openBranch({ plus_addressing: true })
  await proveAddress({ ...branch, server, mailOut })
  const sent = await message(branch, ['left@example.com'])
  const report = reportOf({ to: sent.from, recipient: 'left@example.com', key: sent.key })
  expect(await branch.receive(report)).toMatchObject({ status: 'accepted', conversation_id: null })
  const [contact] = sent.contacts
  expect((await branch.api.get(`/contacts/${contact?.id}`)).body.has_hard_bounced).toBe(true)
})

test('where no address is set up, answers go to whoever sent the message', async () => {
  const branch = await openBranch()
  await branch.owner.delete(`/app/api/mailboxes/${branch.mailbox.id}`)
  const { replyTo } = await message(branch, ['plain@example.com'])
  expect(replyTo).toBe('ada@example.com')
})
