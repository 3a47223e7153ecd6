import { afterAll, expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { startMailServer } from '../../test/support/mail-server.ts'
import {
  enqueueMail,
  forgetOutgoing,
  listOutbox,
  type NewMail,
  readOutgoing,
  sendAgain,
  sendOutgoing,
  type Told,
} from '../domain/outgoing/index.ts'
import { systemActor } from '../domain/system-actor.ts'
import { type Mailer, outboxMailer } from '../mail/mailer.ts'
import { smtpMailer } from '../mail/smtp.ts'
import { outboxTexter } from '../mail/texter.ts'
import { localFiles } from '../storage/local.ts'

const guichet = await startGuichet()
const { database, clock } = guichet
const server = await startMailServer()
const smtp = smtpMailer({ url: server.url, from: { address: 'support@guichet.test' } })
afterAll(() => smtp.close())

/** A workspace that mails, and what its sender is told. */
async function mailing() {
  const { id, botId } = await guichet.createWorkspace()
  const told: Told[] = []
  const actor = () =>
    systemActor({ workspace: { id, name: 'Test', timezone: 'UTC' }, operatorId: botId, now: clock.now() })
  const enqueue = (mail: Partial<NewMail> = {}) =>
    database.transaction(tx =>
      enqueueMail(tx, actor(), {
        ...{ kind: 'test', to: [{ address: 'ada@example.com', name: 'Ada' }], subject: 'Hello' },
        ...(mail.html === undefined && { text: 'Hi' }),
        ...mail,
      }),
    )
  const send = (mailer: Mailer = smtp) =>
    sendOutgoing({
      ...{ database, mailer, texter: outboxTexter, files: localFiles('none'), now: clock.now(), within: id },
      onTold: async (_tx, each) => void told.push(each),
    })
  const read = (mailId: number) => readOutgoing(database.read, id, mailId)
  return { id, enqueue, send, read, told, actor }
}

const takenFor = (address: string) => server.taken.filter(({ to }) => to.includes(address))

test('a mail goes out as it was written, once', async () => {
  const { enqueue, send, read } = await mailing()
  const { id, key } = await enqueue({
    ...{ to: [{ address: 'one@example.com', name: 'Zoë "Z" Ünal' }], cc: [{ address: 'two@example.com' }] },
    ...{ bcc: [{ address: 'three@example.com' }], fromName: 'Ada', replyTo: { address: 'ada@test.example' } },
    ...{ subject: 'Grüße\r\nBcc: all@example.com', html: '<p>Hello <b>you</b></p>' },
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  expect(await send()).toBe(1)
  expect(await send()).toBe(0)
  const [mail, ...others] = takenFor('one@example.com')
  expect(others).toEqual([])
  expect(mail).toMatchObject({ from: 'support@guichet.test' })
  expect(mail?.to.toSorted()).toEqual(['one@example.com', 'three@example.com', 'two@example.com'])
  for (const line of [
    ...[`Message-ID: ${key}`, 'From: Ada <support@guichet.test>', 'Reply-To: ada@test.example'],
    ...['Cc: two@example.com', 'Auto-Submitted: auto-generated', `Date: ${utc(clock.now())}`],
  ])
    expect(mail?.raw).toContain(`${line}\r\n`)
  expect(mail?.raw).not.toMatch(/^Bcc:/im)
  expect(mail?.raw).toContain('<p>Hello <b>you</b></p>')
  expect(mail?.raw).toContain('\r\nHello you\r\n')
  expect(await read(id)).toMatchObject({ status: 'sent', attempts: 1, settled_at: clock.now() })
})

const utc = (moment: number): string => new Date(moment * 1000).toUTCString().replace('GMT', '+0000')

test('a mail whose cause did not come to pass does not go out', async () => {
  const { send, actor } = await mailing()
  const undone = database.transaction(async tx => {
    await enqueueMail(tx, actor(), { kind: 'x', to: [{ address: 'a@b.example' }], subject: 'x', text: 'x' })
    throw new Error('changed my mind')
  })
  await expect(undone).rejects.toThrow('changed my mind')
  expect(await send()).toBe(0)
})

test('a server that is not there is tried again, less and less often, for two days', async () => {
  const { enqueue, send, read } = await mailing()
  const { id } = await enqueue()
  const nowhere = smtpMailer({ url: 'smtp://127.0.0.1:1', from: { address: 'support@guichet.test' } })
  const began = clock.now()
  for (const wait of [60, 300, 900, 3600, 10_800, 21_600, 43_200, 86_400]) {
    expect(await send(nowhere)).toBe(1)
    expect(await read(id)).toMatchObject({
      status: 'pending',
      error: expect.stringContaining('ECONNREFUSED'),
    })
    clock.advance(wait - 1)
    expect(await send(nowhere)).toBe(0)
    clock.advance(1)
  }
  await send(nowhere)
  expect(await read(id)).toMatchObject({ status: 'failed', attempts: 9 })
  expect(clock.now() - began).toBeGreaterThan(1.9 * 86_400)
  expect(await database.transaction(tx => sendAgain(tx, guichet.id, id))).toBe(false)
})

test('what failed may be sent again', async () => {
  const { id: workspaceId, enqueue, send, read } = await mailing()
  server.refusing.content = { code: 554, says: 'not such words' }
  const { id } = await enqueue({ to: [{ address: 'later@example.com' }] })
  await send()
  server.refusing.content = undefined
  expect(await read(id)).toMatchObject({ status: 'failed', error: expect.stringContaining('not such words') })
  expect(await database.transaction(tx => sendAgain(tx, workspaceId, id))).toBe(true)
  await send()
  expect(await read(id)).toMatchObject({ status: 'sent' })
  expect(takenFor('later@example.com')).toHaveLength(1)
})

test('of several addresses each has its own fate, and who has the mail does not get it again', async () => {
  const { enqueue, send, read, told } = await mailing()
  server.refusing.recipients
    .set('gone@many.example', { code: 550, says: 'no such user' })
    .set('busy@many.example', { code: 450, says: 'come back later' })
  const to = ['fine', 'gone', 'busy'].map(name => ({ address: `${name}@many.example`, contactId: name }))
  const { id } = await enqueue({ to })
  await send()
  expect(told.map(({ status, contactIds }) => [status, ...contactIds])).toEqual([
    ['sent', 'fine'],
    ['failed', 'gone'],
  ])
  expect(await read(id)).toMatchObject({ status: 'pending', attempts: 1 })
  server.refusing.recipients.delete('busy@many.example')
  clock.advance(60)
  await send()
  expect(told.slice(2).map(({ status, contactIds }) => [status, ...contactIds])).toEqual([['sent', 'busy']])
  expect(await read(id)).toMatchObject({ status: 'sent' })
  expect(takenFor('fine@many.example')).toHaveLength(1)
  expect(takenFor('busy@many.example').map(({ to: reached }) => reached)).toEqual([['busy@many.example']])
})

test('several processes send a mail once', async () => {
  const { enqueue, send } = await mailing()
  for (let n = 0; n < 5; n += 1) await enqueue({ to: [{ address: `shared${n}@example.com` }] })
  const counts = await Promise.all([send(), send(), send()])
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5)
  for (let n = 0; n < 5; n += 1) expect(takenFor(`shared${n}@example.com`)).toHaveLength(1)
})

test('a process that dies while it sends leaves the mail to the next, which sends the very same', async () => {
  const { enqueue, send, read } = await mailing()
  const { id, key } = await enqueue({ to: [{ address: 'twice@example.com' }] })
  const dying: Mailer = {
    ...smtp,
    async hand(mail) {
      await smtp.hand(mail)
      throw new Error('the power is gone')
    },
  }
  await expect(send(dying)).rejects.toThrow('the power is gone')
  expect(await send()).toBe(0)
  expect(await read(id)).toMatchObject({ status: 'pending', attempts: 1 })
  clock.advance(300)
  expect(await send()).toBe(1)
  const [first, second, ...others] = takenFor('twice@example.com')
  expect(others).toEqual([])
  const sameness = (raw = '') => /^Message-ID: .*|^Date: .*/gim[Symbol.match](raw)
  expect(sameness(second?.raw)).toEqual(sameness(first?.raw))
  expect(first?.raw).toContain(key)
})

test('a password that is not taken is no fault of the mail', async () => {
  const { enqueue, send, read } = await mailing()
  const { id } = await enqueue({ to: [{ address: 'locked@example.com' }] })
  const from = { address: 'support@guichet.test' }
  await send(smtpMailer({ url: server.url.replace('//', '//me:wrong@'), from }))
  expect(await read(id)).toMatchObject({ status: 'pending', error: expect.stringContaining('535') })
  clock.advance(60)
  await send(smtpMailer({ url: server.url.replace('//', '//me:right@'), from }))
  expect(await read(id)).toMatchObject({ status: 'sent' })
})

test('without a mail server mails are kept for a month, and words that let somebody in for a day', async () => {
  const { id, enqueue, send } = await mailing()
  await enqueue({ subject: 'News' })
  await enqueue({ subject: 'Sign in', confidential: true })
  await send(outboxMailer)
  const subjects = async () => (await listOutbox(database.read, id, 10)).map(row => [row.subject, row.status])
  expect(await subjects()).toEqual([
    ['Sign in', 'kept'],
    ['News', 'kept'],
  ])
  clock.advance(86_401)
  await forgetOutgoing(database, clock.now())
  expect(await subjects()).toEqual([['News', 'kept']])
  clock.advance(30 * 86_400)
  await forgetOutgoing(database, clock.now())
  expect(await subjects()).toEqual([])
})

test('words that let somebody in are forgotten once they are sent', async () => {
  const { enqueue, send, read } = await mailing()
  const { id } = await enqueue({ to: [{ address: 'key@example.com' }], text: 'key=1', confidential: true })
  await send()
  expect(takenFor('key@example.com')[0]?.raw).toContain('key=1')
  expect(await read(id)).toMatchObject({ status: 'sent', plain: null, html: null })
})
