import { afterAll, expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { startMailServer } from '../../test/support/mail-server.ts'
import { recordHandover, recordReceipt } from '../domain/message/index.ts'
import { listOutbox, sendOutgoing } from '../domain/outgoing/index.ts'
import { type Mailer, outboxMailer } from '../mail/mailer.ts'
import { smtpMailer } from '../mail/smtp.ts'
import { outboxTexter, type Text, type Texter } from '../mail/texter.ts'
import { localFiles } from '../storage/local.ts'

const guichet = await startGuichet()
const { api, id, ownerId, clock, database } = guichet
const server = await startMailServer()
const smtp = smtpMailer({ url: server.url, from: { address: 'support@guichet.test' } })
afterAll(() => smtp.close())

const make = async (contact: object = {}): Promise<{ id: string; email: string }> => {
  const sent = { role: 'user', email: `${crypto.randomUUID()}@example.com`, ...contact }
  return (await api.post('/contacts', sent)).body
}
const from = { type: 'admin', id: ownerId }
const user = ({ id: contactId }: { id: string }) => ({ type: 'user', id: contactId })
const deliver = (mailer: Mailer = smtp, texter: Texter = outboxTexter) =>
  sendOutgoing({
    database,
    mailer,
    texter,
    files: localFiles('none'),
    now: clock.now(),
    within: id,
    onTold: recordHandover,
  })
const fates = async (messageId: string) => {
  const rows = await database.read
    .selectFrom('message_recipients')
    .select(['contact_id', 'status', 'error'])
    .where('workspace_id', '=', id)
    .where('message_id', '=', Number(messageId))
    .execute()
  return Object.fromEntries(rows.map(({ contact_id, status, error }) => [contact_id, error ?? status]))
}
const email = {
  message_type: 'email',
  subject: 'News',
  body: '<p>Dear <b>all</b></p>',
  template: 'plain',
  from,
}

test('an e-mail reaches everybody it names, and its status moves with it', async () => {
  const [first, second, hidden] = [await make({ name: 'Bo' }), await make(), await make()]
  const sent = { ...email, to: [user(first)], cc: [user(second)], bcc: [user(hidden)] }
  const { body: message } = await api.post('/messages', sent)
  expect(await fates(message.id)).toEqual({ [first.id]: 'pending', [second.id]: 'pending' })
  await deliver()
  expect(await fates(message.id)).toEqual({ [first.id]: 'sent', [second.id]: 'sent' })
  const [mail] = server.taken.filter(({ to }) => to.includes(first.email))
  expect(mail?.to.toSorted()).toEqual([first.email, second.email, hidden.email].toSorted())
  expect(mail?.raw).toContain(`To: Bo <${first.email}>\r\nCc: ${second.email}\r\n`)
  expect(mail?.raw).toContain('From: "Ada Owner (Test)" <support@guichet.test>\r\n')
  expect(mail?.raw).toContain('Reply-To: Ada Owner <ada@example.com>\r\n')
  expect(mail?.raw).toContain('<p>Dear <b>all</b></p>')
  expect(mail?.raw).not.toContain(`Bcc`)
})

test('whoever cannot or must not get a mail gets none, and the message says so', async () => {
  const fine = await make()
  const none = await make({ email: undefined, external_id: 'no-mail' })
  const unsubscribed = await make({ unsubscribed_from_emails: true })
  const { body: message } = await api.post('/messages', {
    ...email,
    to: [fine, none, unsubscribed].map(user),
  })
  await deliver()
  expect(await fates(message.id)).toEqual({
    [fine.id]: 'sent',
    [none.id]: 'has no e-mail address',
    [unsubscribed.id]: 'unsubscribed from e-mails',
  })
  expect(server.taken.filter(({ to }) => to.includes(unsubscribed.email))).toEqual([])
})

test('an address where nobody is has bounced, and gets no other mail', async () => {
  const gone = await make()
  server.refusing.recipients.set(gone.email, { code: 550, says: '5.1.1 no such user' })
  const { body: first } = await api.post('/messages', { ...email, to: user(gone) })
  await deliver()
  expect((await fates(first.id))[gone.id]).toContain('no such user')
  expect((await api.get(`/contacts/${gone.id}`)).body.has_hard_bounced).toBe(true)
  const { body: second } = await api.post('/messages', { ...email, to: user(gone) })
  expect((await fates(second.id))[gone.id]).toBe('mails to the address came back')
})

test('a message that is refused sends nothing', async () => {
  const before = (await listOutbox(database.read, id, 100)).length
  const someone = await make()
  const unknown = { type: 'user', id: '6762f2371bb69f9f2193bc18' }
  expect((await api.post('/messages', { ...email, to: [user(someone), unknown] })).status).toBe(404)
  expect((await listOutbox(database.read, id, 100)).length).toBe(before)
})

test('without a mail server or a carrier, what was sent can be read', async () => {
  const bo = await make({ phone: '+33 6 12 34 56 78' })
  const { body: mailed } = await api.post('/messages', { ...email, to: user(bo) })
  const sms = { message_type: 'sms', body: 'Hello', from, to: { type: 'user', phone: '+33612345678' } }
  const { body: texted } = await api.post('/messages', sms)
  await deliver(outboxMailer)
  expect(await fates(mailed.id)).toEqual({ [bo.id]: 'kept' })
  expect(Object.values(await fates(texted.id))).toEqual(['kept'])
  const [text, mail] = await listOutbox(database.read, id, 2)
  expect(mail).toMatchObject({ channel: 'email', subject: 'News', status: 'kept' })
  expect(text).toMatchObject({ channel: 'sms', recipients: { to: [{ address: '+33612345678' }] } })
})

test('a WhatsApp message has the status that WhatsApp tells, and does not go back', async () => {
  const texts: Text[] = []
  const texter: Texter = {
    async hand(text) {
      texts.push(text)
      return { outcome: 'sent', carrierId: 'wamid.1', refused: [] }
    },
  }
  const components = [{ type: 'body', parameters: [{ type: 'text', text: 'Bo' }] }]
  const { body: message } = await api.post('/messages', {
    ...{ message_type: 'whatsapp', from, to: { type: 'user', phone: '+33700000001', name: 'Bo' } },
    ...{ template: 'welcome', locale: 'fr', components },
  })
  await deliver(smtp, texter)
  expect(texts).toMatchObject([
    { channel: 'whatsapp', to: '+33700000001', template: { name: 'welcome', components, locale: 'fr' } },
  ])
  const status = async () => (await api.get('/messages/whatsapp/status?message_id=wamid.1')).body
  expect(await status()).toMatchObject({ status: 'sent', template_name: 'welcome' })
  const receive = (told: 'delivered' | 'read' | 'failed', workspaceId = id) =>
    database.transaction(tx =>
      recordReceipt(tx, {
        ...{ workspaceId, channel: 'whatsapp', carrierId: 'wamid.1', status: told, now: clock.now() },
      }),
    )
  const elsewhere = await guichet.createWorkspace()
  expect(await receive('read', elsewhere.id)).toBe(false)
  expect(await receive('read')).toBe(true)
  expect(await receive('delivered')).toBe(true)
  expect(await status()).toMatchObject({ status: 'read' })
  expect(Object.values(await fates(message.id))).toEqual(['read'])
})
