import { createServer } from 'node:http'
import { simpleParser } from 'mailparser'
import { afterAll, expect, test } from 'vitest'
import { startMailServer } from '../../../test/support/mail-server.ts'
import { type Branch, letter, openPostOffice } from '../../../test/support/post-office.ts'
import { fetchAttachments } from '../../domain/conversation/index.ts'
import { guardedEgress } from '../../egress/egress.ts'
import { smtpMailer } from '../../mail/smtp.ts'

const office = await openPostOffice()
const { server, clock, mailOut, openBranch, files, database } = office

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAAElFTkSuQmCC', 'base64')

const answer = (branch: Branch, id: string, more: object) =>
  branch.api.post(`/conversations/${id}/reply`, {
    ...{ message_type: 'comment', type: 'admin', admin_id: branch.ownerId, body: 'Here you are' },
    ...more,
  })

/** A mail from somebody, and what they are mailed. */
async function asked(from: string) {
  const branch = await openBranch()
  const { conversation_id: id } = await branch.receive(letter({ from }))
  const taken = async (at = server) => {
    const mails = at.taken.filter(({ to }) => to.includes(from))
    return Promise.all(mails.map(({ raw }) => simpleParser(raw)))
  }
  return { branch, id, taken }
}

test('what a teammate attaches goes with the mail, and a picture is shown where it stands', async () => {
  const { branch, id, taken } = await asked('files@example.com')
  const key = await files.put(branch.id, PNG)
  const picture = `${office.origin}/attachments/${key}/sketch.png`
  const pdf = Buffer.from(`%PDF-1.7 ${'\0\xff'.repeat(5000)}`, 'latin1')
  const forwarded = Buffer.from(`Subject: x\r\n\r\n${'long '.repeat(1000)}`)
  const file = (name: string, content_type: string, bytes: Buffer) => ({
    ...{ name, content_type, data: bytes.toString('base64') },
  })
  await answer(branch, id, {
    body: `<p>See <img src="${picture}"> and the file</p>`,
    attachment_files: [
      file('Größe – 説明.pdf', 'application/pdf', pdf),
      file('forwarded.eml', 'message/rfc822', forwarded),
      file('odd.bin', 'text/plain\r\nX-Evil: 1', Buffer.from('x')),
    ],
  })
  await mailOut()
  const [mail, ...others] = await taken()
  expect(others).toEqual([])
  const [inline, ...attached] = mail?.attachments ?? []
  expect([inline?.related, inline?.contentType, inline?.content]).toEqual([true, 'image/png', PNG])
  expect(mail?.html).not.toContain('/attachments/')
  expect(String(server.taken.at(-1)?.raw).replaceAll('=\r\n', '')).toContain(`src=3D"cid:${inline?.cid}"`)
  expect(attached.map(({ filename, content }) => [filename, content])).toEqual([
    ['Größe – 説明.pdf', pdf],
    ['forwarded.eml', forwarded],
    ['odd.bin', Buffer.from('x')],
  ])
  // What is a mail itself would not be encoded, whatever its lines are like.
  expect(String(server.taken.at(-1)?.raw)).not.toMatch(/^X-Evil|^Content-Type: message/im)
})

test('what is too large for a mail stays a link, and the mail says so', async () => {
  const { branch, id, taken } = await asked('large@example.com')
  const [large, small] = [
    await files.put(branch.id, Buffer.alloc(21 * 1024 * 1024)),
    await files.put(branch.id, PNG),
  ]
  const urls = [
    `${office.origin}/attachments/${large}/film.mov`,
    `${office.origin}/attachments/${small}/cat.png`,
  ]
  await answer(branch, id, { attachment_urls: urls })
  await mailOut()
  const [mail] = await taken()
  expect(mail?.attachments.map(({ filename }) => filename)).toEqual(['cat.png'])
  expect(mail?.text).toContain('Too large to come with this mail:')
  expect(mail?.html).toContain(`<a href="${urls[0]}">film.mov</a> (22.0 MB)`)
  expect(mail?.html).not.toContain('cat.png')
})

test('a server that finds a mail too large gets it with links at once, and no file goes twice', async () => {
  const { branch, id, taken } = await asked('narrow@example.com')
  const narrow = await startMailServer({ size: 50_000 })
  const mailer = smtpMailer({ url: narrow.url, from: { address: 'guichet@host.example' } })
  afterAll(() => mailer.close())
  const key = await files.put(branch.id, Buffer.alloc(60_000))
  const url = `${office.origin}/attachments/${key}/plan.pdf`
  await answer(branch, id, { attachment_urls: [url] })
  await mailOut(mailer)
  const [mail, ...others] = await taken(narrow)
  expect([others, mail?.attachments]).toEqual([[], []])
  expect(mail?.html).toContain(
    `<p>Too large to come with this mail:</p><ul><li><a href="${url}">plan.pdf</a>`,
  )
  const { body } = await branch.owner.get(`/app/api/conversations/${id}/mails`)
  expect(body.data[1].deliveries).toMatchObject([{ status: 'sent', error: null }])
})

test('a mail waits for a file that is fetched, and not for one that never comes', async () => {
  const elsewhere = createServer((request, response) =>
    request.url === '/cat.png'
      ? response.writeHead(200, { 'content-type': 'image/png' }).end(PNG)
      : response.writeHead(503).end(),
  )
  await new Promise<void>(done => elsewhere.listen(0, '127.0.0.1', done))
  afterAll(() => void elsewhere.close())
  const address = elsewhere.address()
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const { branch, id, taken } = await asked('patient@example.com')
  await answer(branch, id, { attachment_urls: [`${base}/cat.png`] })
  await mailOut()
  expect(await taken()).toEqual([])
  await fetchAttachments({ database, files, egress: guardedEgress(['127.0.0.1/32']), now: clock.now() })
  clock.advance(5)
  await mailOut()
  expect((await taken())[0]?.attachments.map(({ content }) => content)).toEqual([PNG])
  await answer(branch, id, { attachment_urls: [`${base}/dog.png`] })
  await mailOut()
  clock.advance(80)
  await mailOut()
  const [, second] = await taken()
  expect(second?.attachments).toEqual([])
  expect(second?.html).toContain(`<a href="${base}/dog.png">dog.png</a>`)
  expect(second?.text).not.toContain('Too large')
})
