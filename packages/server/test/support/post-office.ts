import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { lookOnce, readIncoming } from '../../src/domain/incoming-mail/index.ts'
import { findMailboxRow } from '../../src/domain/mailbox/index.ts'
import { sendOutgoing } from '../../src/domain/outgoing/index.ts'
import { mailDue } from '../../src/domain/reply-mail/index.ts'
import { guardedReach } from '../../src/egress/reach.ts'
import { sequenceEvents } from '../../src/events/sequence-events.ts'
import { recordOutcome } from '../../src/jobs/record-outcome.ts'
import { PLANNERS } from '../../src/jobs/sequence-events.ts'
import type { Mailer } from '../../src/mail/mailer.ts'
import { smtpMailer } from '../../src/mail/smtp.ts'
import { outboxTexter } from '../../src/mail/texter.ts'
import { keyInFile, secretBox } from '../../src/secrets/secret-box.ts'
import { localFiles } from '../../src/storage/local.ts'
import type { Api } from './api.ts'
import { startGuichet, type TestWorkspace } from './guichet.ts'
import { startMailServer } from './mail-server.ts'
import { signedInAs } from './members.ts'
import { makeDatabase } from './own-database.ts'

/** A mail by its header fields and its words. */
export interface Letter {
  from?: string
  to?: string
  subject?: string
  text?: string
  html?: string
  id?: string
  headers?: Record<string, string>
}

let count = 0

/** A mail as it goes over the wire. */
export function letter({ from, to, subject, text, html, id, headers = {} }: Letter = {}): string {
  count += 1
  const fields = {
    From: from ?? 'Joe Customer <joe@example.com>',
    To: to ?? 'support@shop.example',
    Subject: subject ?? 'A question',
    'Message-ID': id ?? `<${count}.${Math.random()}@example.com>`,
    Date: 'Wed, 25 Nov 2026 10:00:00 +0000',
    'MIME-Version': '1.0',
    'Content-Type': `${html === undefined ? 'text/plain' : 'text/html'}; charset=utf-8`,
    ...headers,
  }
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}`)
  return `${head.join('\r\n')}\r\n\r\n${html ?? text ?? 'Where is my order?'}\r\n`
}

/** A server with a database of its own, files, a mail server, and everything about mail that is done by hand. */
export async function openPostOffice(start: typeof startGuichet = startGuichet) {
  const dir = await mkdtemp(join(tmpdir(), 'guichet-mail-'))
  afterAll(() => rm(dir, { recursive: true, force: true }))
  const env = { GUICHET_DATA_DIR: dir, GUICHET_EGRESS_ALLOW: '127.0.0.1', DATABASE_URL: await makeDatabase() }
  const guichet = await start(env)
  const { database, clock, origin } = guichet
  const server = await startMailServer()
  const mailer = smtpMailer({ url: server.url, from: { address: 'guichet@host.example' } })
  afterAll(() => mailer.close())
  const files = localFiles(join(dir, 'files'))
  const secrets = secretBox(() => keyInFile(join(dir, 'secret.key')))
  const reach = guardedReach(['127.0.0.1'])
  const on = { database, files, secrets, origin, reach }

  /** Gives events their place, writes the mails that are due, and sends them. */
  const mailOut = async (by: Mailer = mailer) => {
    await sequenceEvents({ database, planners: PLANNERS })
    await mailDue({ ...on, now: clock.now() })
    const sending = { database, files, mailer: by, texter: outboxTexter, now: clock.now() }
    return sendOutgoing({ ...sending, onTold: recordOutcome })
  }
  const read = () => readIncoming({ ...on, now: clock.now() })
  const look = async (workspaceId: string, id: string) => {
    const row = await findMailboxRow(database.read, workspaceId, Number(id))
    if (!row) throw new Error('there is no such mailbox')
    return lookOnce({ ...on, now: clock.now() }, row)
  }

  /** A workspace with an address that mails are posted for. */
  const openBranch = async (more: object = {}) => {
    const workspace = await guichet.createWorkspace()
    const owner = await signedInAs(guichet, 'owner', workspace)
    const address = `support@${workspace.id}.example`
    const made = await owner.post('/app/api/mailboxes', { address, intake: 'http', ...more })
    expect(made.status).toBe(201)
    const post = async (raw: string | Buffer) => {
      const to = `To: ${address}`
      const body = typeof raw === 'string' ? raw.replace('To: support@shop.example', to) : new Uint8Array(raw)
      const headers = { 'content-type': 'message/rfc822' }
      return fetch(made.body.post_url, { method: 'POST', headers, body })
    }
    /** Hands a mail over and has it read; what became of it. */
    const receive = async (raw: string | Buffer) => {
      const taken = await post(raw)
      expect(taken.status).toBe(202)
      const { id } = await takenMail(taken)
      await read()
      const { body } = await owner.get('/app/api/incoming_mails')
      return body.data.find((mail: { id: string }) => mail.id === id)
    }
    return { ...workspace, owner, address, mailbox: made.body, post, receive }
  }
  return { ...on, guichet, clock, server, mailer, mailOut, read, look, openBranch }
}

async function takenMail(response: Response): Promise<{ id: string }> {
  const body: unknown = await response.json()
  if (typeof body === 'object' && body !== null && 'id' in body) return { id: String(body.id) }
  throw new Error('a mail that was taken has no id')
}

/** A conversation with all its parts. */
export const conversationOf = async ({ api }: Pick<TestWorkspace, 'api'>, id: string) =>
  (await api.get(`/conversations/${id}`)).body

/** The address proves itself: the mail that was sent there comes in. */
export async function proveAddress(of: {
  server: Awaited<ReturnType<typeof startMailServer>>
  mailOut: () => Promise<number>
  address: string
  receive: (raw: string) => Promise<{ status: string }>
}): Promise<void> {
  await of.mailOut()
  const check = of.server.taken.findLast(({ to }) => to.includes(of.address))
  expect((await of.receive(check?.raw ?? '')).status).toBe('accepted')
}

/** What a server says when a mail of ours could not be delivered (RFC 3464). */
export const reportOf = ({ to, recipient, key }: { to: string; recipient: string; key: string }): string =>
  letter({
    ...{ from: 'MAILER-DAEMON@mx.example', to, subject: 'Undelivered Mail' },
    headers: {
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=x',
      'Auto-Submitted': 'auto-replied',
    },
    text: [
      ...['--x', 'Content-Type: text/plain', '', 'Sorry', '--x', 'Content-Type: message/delivery-status', ''],
      ...['Reporting-MTA: dns; mx.example', '', `Final-Recipient: rfc822; ${recipient}`, 'Action: failed'],
      ...['Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 nobody here', '', '--x'],
      ...['Content-Type: text/rfc822-headers', '', `Message-ID: ${key}`, '', '--x--', ''],
    ].join('\r\n'),
  })

/** The value of a header of a mail, unfolded. */
export const headerOf = (raw: string, name: string): string =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(raw)?.[1]?.replace(/\r\n[ \t]+/g, ' ') ?? ''

export type Office = Awaited<ReturnType<typeof openPostOffice>>
export type Branch = Awaited<ReturnType<Office['openBranch']>>
export type { Api }
