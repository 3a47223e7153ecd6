import { expect, test } from 'vitest'
import {
  conversationOf,
  headerOf,
  letter,
  openPostOffice,
  proveAddress,
  reportOf,
} from '../../../test/support/post-office.ts'

const office = await openPostOffice()
const { server, clock, mailOut, openBranch, guichet } = office

test('a mail becomes a conversation of its sender, with what the API tells of mails', async () => {
  const branch = await openBranch()
  const taken = await branch.receive(
    letter({
      from: '"Zoë Ünal" <Zoe@Example.com>',
      subject: '=?utf-8?q?Gr=C3=BC=C3=9Fe?=',
      html: '<p>Hello <b>there</b></p><script>alert(1)</script><img src="x" onerror="alert(1)">',
      headers: { Cc: 'Colleague <colleague@example.com>' },
    }),
  )
  expect(taken).toMatchObject({ status: 'accepted', sender: 'zoe@example.com', subject: 'Grüße' })
  const conversation = await conversationOf(branch, taken.conversation_id)
  expect(conversation.source).toMatchObject({
    ...{ type: 'email', delivered_as: 'customer_initiated', subject: 'Grüße' },
    author: { type: 'lead', name: 'Zoë Ünal', email: 'zoe@example.com' },
    email_message_metadata: { subject: 'Grüße', message_id: expect.stringContaining('@example.com>') },
  })
  expect(conversation.source.body).toContain('<b>there</b>')
  expect(conversation.source.body).not.toMatch(/script|onerror/)
  expect(conversation.contacts.contacts).toHaveLength(2)
  const { body } = await branch.api.post('/conversations/search', {
    query: { field: 'source.type', operator: '=', value: 'email' },
  })
  expect(body.total_count).toBe(1)
})

test('a user is known by their address, and a file and a picture come along', async () => {
  const branch = await openBranch()
  const { body: user } = await branch.api.post('/contacts', { email: 'joe@example.com', role: 'user' })
  const picture =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const raw = letter({ headers: { 'Content-Type': 'multipart/related; boundary=x' } }).replace(
    'Where is my order?',
    [
      ...['--x', 'Content-Type: text/html', '', '<p>See <img src="cid:pic@x"></p>', '--x'],
      ...['Content-Type: image/png; name=p.png', 'Content-ID: <pic@x>', 'Content-Transfer-Encoding: base64'],
      ...['', picture, '--x', 'Content-Type: application/zip; name=../../bomb.zip'],
      ...[
        'Content-Disposition: attachment',
        'Content-Transfer-Encoding: base64',
        '',
        'UEsDBAo=',
        '--x--',
        '',
      ],
    ].join('\r\n'),
  )
  const { conversation_id } = await branch.receive(raw)
  const { source } = await conversationOf(branch, conversation_id)
  expect(source.author).toMatchObject({ type: 'user', id: user.id })
  const [file, ...others] = source.attachments
  expect([file.content_type, others.length]).toEqual(['application/zip', 0])
  expect(file.name).not.toContain('/')
  const [, url = ''] = /<img src="([^"]+)"/.exec(source.body) ?? []
  const shown = await fetch(url)
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png'])
})

test('an answer goes out in the thread, as a teammate, once, and its answer comes back into it', async () => {
  const branch = await openBranch({ plus_addressing: true, signature: '<p>The shop</p>' })
  await proveAddress({ ...branch, server, mailOut })
  const first = '<first@example.com>'
  const { conversation_id: id } = await branch.receive(letter({ id: first, subject: 'My order' }))
  const reply = {
    message_type: 'comment',
    type: 'admin',
    admin_id: branch.ownerId,
    body: '<p>On its <b>way</b></p>',
  }
  await branch.api.post(`/conversations/${id}/reply`, reply)
  await branch.api.post(`/conversations/${id}/reply`, { ...reply, message_type: 'note', body: 'Secret' })
  await mailOut()
  await mailOut()
  const sent = server.taken.filter(({ raw }) => headerOf(raw, 'Subject') === 'Re: My order')
  expect(sent).toHaveLength(1)
  const [{ raw, from, to } = { raw: '', from: '', to: [] }] = sent
  expect(to).toEqual(['joe@example.com'])
  expect(from).toMatch(new RegExp(`^support\\+b[0-9a-z]+-[a-z2-7]{20}@${branch.id}.example$`))
  expect(headerOf(raw, 'From')).toBe(`"Ada Owner (Test)" <${branch.address}>`)
  expect(headerOf(raw, 'Reply-To')).toMatch(/<support\+r[0-9a-z]+-[a-z2-7]{20}@/)
  expect([headerOf(raw, 'In-Reply-To'), headerOf(raw, 'References')]).toEqual([first, first])
  expect(raw.replaceAll('=\r\n', '')).toContain('On its <b>way</b>')
  expect(raw).toContain('The shop')
  expect(raw).not.toContain('Secret')
  const { body } = await branch.owner.get(`/app/api/conversations/${id}/mails`)
  expect(body.data[1]).toMatchObject({
    ...{ direction: 'out', part_ids: [expect.any(String)] },
    deliveries: [{ address: 'joe@example.com', status: 'sent', error: null }],
  })
  // By the id of our mail.
  const ours = headerOf(raw, 'Message-ID')
  const quoting = 'Thank you!\r\n\r\nOn 25 Nov 2026, at 10:00, Ada wrote:\r\n> On its way\r\n>\r\n> The shop'
  await branch.api.post(`/conversations/${id}/parts`, {
    ...{ message_type: 'close', type: 'admin', admin_id: branch.ownerId },
  })
  await branch.receive(letter({ text: quoting, headers: { 'In-Reply-To': ours } }))
  // By the address alone, in a program that knows no threads.
  const replyTo = /<([^>]+)>/.exec(headerOf(raw, 'Reply-To'))?.[1] ?? ''
  await branch.receive(letter({ to: replyTo.toUpperCase(), text: 'And one more thing' }))
  const conversation = await conversationOf(branch, id)
  expect(conversation.state).toBe('open')
  const parts = conversation.conversation_parts.conversation_parts
  expect(parts.map((part: { part_type: string; body: string }) => [part.part_type, part.body])).toEqual([
    ['comment', '<p>On its <b>way</b></p>'],
    ['note', expect.stringContaining('Secret')],
    ['close', null],
    ['open', '<p class="no-margin">Thank you!</p>'],
    ['comment', '<p class="no-margin">And one more thing</p>'],
  ])
  expect(parts[0].email_message_metadata).toMatchObject({ message_id: ours, subject: 'Re: My order' })
  const mails = await branch.owner.get(`/app/api/conversations/${id}/mails`)
  expect(mails.body.data[2].quoted).toContain('On its way')
  const original = await fetch(
    `${office.origin}/app/api/conversations/${id}/mails/${mails.body.data[2].id}/original`,
    { headers: branch.owner.caller },
  )
  expect([original.status, await original.text()]).toEqual([200, expect.stringContaining('> On its way')])
})

test('the same mail handed over twice is one message', async () => {
  const branch = await openBranch()
  const raw = letter()
  const first = await branch.receive(raw)
  const second = await branch.receive(`Received: by another way\r\n${raw}`)
  expect([first.status, second.status]).toEqual(['accepted', 'duplicate'])
  expect(second.conversation_id).toBe(first.conversation_id)
  // An id that somebody uses twice does not swallow other words.
  const id = '<always-the-same@example.com>'
  const others = [
    await branch.receive(letter({ id, subject: 'One' })),
    await branch.receive(letter({ id, subject: 'Two' })),
  ]
  expect(others.map(({ status }) => status)).toEqual(['accepted', 'accepted'])
})

test('who takes no part in a conversation writes into none, whatever they know of it', async () => {
  const branch = await openBranch()
  const { conversation_id: id } = await branch.receive(letter({ id: '<leaked@example.com>' }))
  const stranger = await branch.receive(
    letter({
      ...{ from: 'mallory@evil.example', text: 'Send me all of it' },
      headers: { 'In-Reply-To': '<leaked@example.com>', Cc: 'joe@example.com' },
    }),
  )
  expect(stranger.conversation_id).not.toBe(id)
  const known = await conversationOf(branch, id)
  expect(known.conversation_parts.total_count).toBe(0)
  expect(known.contacts.contacts).toHaveLength(1)
  const { conversation_parts } = await conversationOf(branch, stranger.conversation_id)
  const notes = conversation_parts.conversation_parts.filter(
    (part: { part_type: string }) => part.part_type === 'note',
  )
  expect(notes[0].body).toContain(`This answers conversation ${id}`)
})

test('the address of a teammate does not make anybody a teammate', async () => {
  const branch = await openBranch({ authserv_id: 'mx.shop.example' })
  const { conversation_id: id } = await branch.receive(letter({ id: '<asked@example.com>' }))
  const asTeammate = (headers: Record<string, string>) =>
    branch.receive(
      letter({
        ...{ from: 'Ada <ada@example.com>', text: 'It is all yours' },
        headers: { 'In-Reply-To': '<asked@example.com>', ...headers },
      }),
    )
  const forged = await asTeammate({})
  const elsewhere = await asTeammate({ 'Authentication-Results': 'mx.evil.example; dmarc=pass' })
  const failed = await asTeammate({ 'Authentication-Results': 'mx.shop.example; dmarc=fail' })
  for (const each of [forged, elsewhere, failed]) expect(each.conversation_id).not.toBe(id)
  expect((await conversationOf(branch, forged.conversation_id)).source.author.type).toBe('lead')
  expect((await conversationOf(branch, id)).conversation_parts.total_count).toBe(0)
  const real = await asTeammate({
    'Authentication-Results': 'mx.shop.example; spf=pass; dkim=pass header.d=example.com; dmarc=pass',
  })
  expect(real.conversation_id).toBe(id)
  const [part] = (await conversationOf(branch, id)).conversation_parts.conversation_parts
  expect(part.author).toMatchObject({ type: 'admin', id: String(branch.ownerId) })
})

test('a sender whose domain disowns the mail is nobody known', async () => {
  const branch = await openBranch({ authserv_id: 'mx.shop.example' })
  const { body: user } = await branch.api.post('/contacts', { email: 'joe@example.com', role: 'user' })
  const headers = { 'Authentication-Results': 'mx.shop.example; dmarc=fail header.from=example.com' }
  const { conversation_id } = await branch.receive(letter({ headers }))
  const { source, conversation_parts } = await conversationOf(branch, conversation_id)
  expect(source.author.id).not.toBe(user.id)
  expect(conversation_parts.conversation_parts[0].part_type).toBe('note')
})

test('machines are told from people, and none of them is answered', async () => {
  const branch = await openBranch()
  await mailOut()
  const before = server.taken.flatMap(({ to }) => to).length
  const { conversation_id: id } = await branch.receive(letter({ id: '<person@example.com>' }))
  await branch.api.post(`/conversations/${id}/parts`, {
    ...{ message_type: 'close', type: 'admin', admin_id: branch.ownerId },
  })
  const absent = await branch.receive(
    letter({
      ...{ subject: 'Out of office', text: 'Back on Monday' },
      headers: { 'In-Reply-To': '<person@example.com>', 'Auto-Submitted': 'auto-replied' },
    }),
  )
  expect(absent).toMatchObject({ status: 'accepted', reason: 'an automatic answer', conversation_id: id })
  const conversation = await conversationOf(branch, id)
  expect(conversation.state).toBe('closed')
  expect(conversation.conversation_parts.conversation_parts.at(-1).part_type).toBe('note')
  const toNothing = await branch.receive(letter({ headers: { 'Auto-Submitted': 'auto-replied' } }))
  expect(toNothing).toMatchObject({ status: 'rejected', conversation_id: null })
  const own = await branch.receive(letter({ from: branch.address }))
  expect(own).toMatchObject({ status: 'rejected', reason: 'one of our own mails' })
  // A form of a web site is a machine that brings somebody's words.
  const form = await branch.receive(
    letter({
      ...{ from: 'noreply@site.example' },
      headers: { 'Auto-Submitted': 'auto-generated', 'Reply-To': 'jane@example.com' },
    }),
  )
  const { source } = await conversationOf(branch, form.conversation_id)
  expect(source.author.email).toBe('jane@example.com')
  await mailOut()
  const reached = server.taken.flatMap(({ to }) => to)
  for (const address of ['joe@example.com', 'noreply@site.example', 'jane@example.com'])
    expect(reached.slice(before)).not.toContain(address)
})

test('somebody who floods us is held off, and nothing of theirs is lost', async () => {
  const branch = await openBranch()
  for (let each = 0; each < 61; each += 1) await branch.post(letter({ from: 'flood@example.com' }))
  await office.read()
  const { body } = await branch.owner.get('/app/api/incoming_mails?status=held')
  expect(body.data).toHaveLength(1)
  const again = await branch.owner.post(`/app/api/incoming_mails/${body.data[0].id}/again`)
  expect(again.status).toBe(200)
  await office.read()
  expect((await branch.owner.get('/app/api/incoming_mails?status=held')).body.data).toEqual([])
})

test('a mail that comes back is told of where it was written, and its reader is mailed no more', async () => {
  const branch = await openBranch({ plus_addressing: true })
  await proveAddress({ ...branch, server, mailOut })
  const { conversation_id: id } = await branch.receive(letter({ from: 'gone@example.com' }))
  const reply = { message_type: 'comment', type: 'admin', admin_id: branch.ownerId, body: 'Hello' }
  await branch.api.post(`/conversations/${id}/reply`, reply)
  await mailOut()
  const { raw, from } = server.taken.at(-1) ?? { raw: '', from: '' }
  const report = reportOf({ to: from, recipient: 'gone@example.com', key: headerOf(raw, 'Message-ID') })
  expect(await branch.receive(report)).toMatchObject({ status: 'accepted', conversation_id: id })
  const { body } = await branch.owner.get(`/app/api/conversations/${id}/mails`)
  expect(body.data[1].deliveries).toEqual([
    { address: 'gone@example.com', status: 'bounced', error: '550 5.1.1 nobody here' },
  ])
  const { body: found } = await branch.api.post('/contacts/search', {
    query: { field: 'has_hard_bounced', operator: '=', value: true },
  })
  expect(found.data.map((contact: { email: string }) => contact.email)).toEqual(['gone@example.com'])
  const before = server.taken.length
  await branch.api.post(`/conversations/${id}/reply`, { ...reply, body: 'Still there?' })
  await mailOut()
  expect(server.taken.length).toBe(before)
  const after = await branch.owner.get(`/app/api/conversations/${id}/mails`)
  expect(after.body.data.at(-1).deliveries[0]).toMatchObject({ status: 'failed' })
})

test('what somebody in the messenger does not see in time is mailed to them, all in one', async () => {
  const branch = await openBranch()
  const { body: user } = await branch.api.post('/contacts', { email: 'away@example.com', name: 'Away' })
  const { body: begun } = await branch.api.post('/conversations', {
    ...{ from: { type: 'user', id: user.id }, body: 'Are you open?' },
  })
  const id = begun.conversation_id
  const reply = { message_type: 'comment', type: 'admin', admin_id: branch.ownerId }
  await branch.api.post(`/conversations/${id}/reply`, { ...reply, body: 'Yes' })
  await mailOut()
  clock.advance(200)
  await branch.api.post(`/conversations/${id}/reply`, { ...reply, body: 'Until six' })
  await mailOut()
  const mails = () => server.taken.filter(({ to }) => to.includes('away@example.com'))
  expect(mails()).toEqual([])
  clock.advance(101)
  await mailOut()
  clock.advance(1000)
  await mailOut()
  expect(mails()).toHaveLength(1)
  const { raw = '' } = mails()[0] ?? {}
  for (const words of ['Yes', 'Until six', '> Are you open?']) expect(raw).toContain(words)
  // An address that is not proven is answered to, and not sent as.
  expect(headerOf(raw, 'From')).toContain('<guichet@host.example>')
  expect(headerOf(raw, 'Reply-To')).toContain(branch.address)
  const answer = await branch.receive(
    letter({ from: 'away@example.com', headers: { References: headerOf(raw, 'Message-ID') } }),
  )
  expect(answer.conversation_id).toBe(id)
})

test('what is imported, silent, a bot’s or of before is not mailed', async () => {
  const branch = await openBranch()
  const { conversation_id: id } = await branch.receive(letter({ from: 'quiet@example.com' }))
  const reply = { message_type: 'comment', type: 'admin', admin_id: branch.ownerId, body: 'Old' }
  await branch.api.post(`/conversations/${id}/reply`, { ...reply, created_at: clock.now() - 100_000 })
  await branch.api.post(`/conversations/${id}/reply`, { ...reply, skip_notifications: true })
  await branch.api.post(`/conversations/${id}/reply`, { ...reply, admin_id: branch.botId })
  await mailOut()
  expect(server.taken.filter(({ to }) => to.includes('quiet@example.com'))).toEqual([])
  await branch.owner.patch('/app/api/mail_settings', { mails_bot_replies: true })
  await branch.api.post(`/conversations/${id}/reply`, { ...reply, admin_id: branch.botId, body: 'Beep' })
  await mailOut()
  const [mail, ...more] = server.taken.filter(({ to }) => to.includes('quiet@example.com'))
  expect(more).toEqual([])
  expect(headerOf(mail?.raw ?? '', 'Auto-Submitted')).toBe('auto-replied')
})

test('an address is changed and given up, and refusals say what is wrong', async () => {
  const branch = await openBranch()
  const path = `/app/api/mailboxes/${branch.mailbox.id}`
  const changed = await branch.owner.patch(path, { plus_addressing: true, signature: '<p onclick="x">S</p>' })
  expect(changed.body).toMatchObject({ plus_addressing: true, signature: '<p>S</p>', verified: false })
  expect(changed.body.post_url).toBeUndefined()
  const renewed = await branch.owner.post(`${path}/secret`)
  expect((await branch.post(letter())).status).toBe(404)
  const send = (body: string, type: string) =>
    fetch(renewed.body.post_url, { method: 'POST', headers: { 'content-type': type }, body })
  expect((await send(letter(), 'message/rfc822')).status).toBe(202)
  expect((await send('not a mail at all', 'message/rfc822')).status).toBe(400)
  const form = new FormData()
  form.set('body-mime', letter())
  expect((await fetch(renewed.body.post_url, { method: 'POST', body: form })).status).toBe(202)
  const refused = [
    { address: 'nobody', intake: 'http' },
    { address: branch.address, intake: 'http' },
    { address: 'a@shop.example', intake: 'imap' },
    {
      address: 'a@shop.example',
      intake: 'imap',
      imap: { host: 'mx.example', user: 'a', password: 'b', security: 'none' },
    },
    { address: 'a@shop.example', intake: 'imap', imap: { host: 'a/b', user: 'a', password: 'b' } },
    { address: 'a@shop.example', intake: 'http', team_id: '999' },
    { address: 'a@shop.example', intake: 'http', brand_id: 'nope' },
  ]
  for (const body of refused)
    expect(
      (await branch.owner.post('/app/api/mailboxes', body)).status,
      JSON.stringify(body),
    ).toBeGreaterThan(399)
  expect((await branch.owner.get('/app/api/mailboxes')).body.data).toHaveLength(1)
  const other = await guichet.createWorkspace()
  expect((await other.api.get('/emails')).body.data).toEqual([])
  expect((await branch.api.get('/emails')).body.data[0]).toMatchObject({ email: branch.address })
  expect((await branch.owner.delete(path)).status).toBe(204)
  expect((await send(letter(), 'message/rfc822')).status).toBe(404)
})
