import { randomUUID } from 'node:crypto'
import type { Tx } from '../../db/database.ts'
import type { Mailbox } from '../../mail/mailer.ts'
import { toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { type Enclosed, insertOutgoing, type StoredEnclosure } from './outgoing.sql.ts'

/** Somebody a message goes to, who may be a contact. */
export interface Addressee extends Mailbox {
  contactId?: string
}

export interface NewMail {
  /** What it is for, such as `message` or `sign_in`. */
  kind: string
  to: Addressee[]
  cc?: Addressee[]
  bcc?: Addressee[]
  /** What the sender is called; the workspace's name unless said. */
  fromName?: string
  /** The sender's address; the installation's unless said. It is the caller's to know that it is the workspace's own. */
  fromAddress?: string
  /** Where what cannot be delivered comes back to; the installation's address unless said. */
  returnPath?: string
  replyTo?: Mailbox
  subject: string
  /** At least one of the two, the first made of the second where it is left out. `html` is sanitised already. */
  text?: string
  html?: string
  headers?: Record<string, string>
  /** Files that go with it, and its words with links in their place, should a server find it too large. */
  enclosed?: { files: StoredEnclosure[]; linked: { html: string; text: string } }
  /** The message of `POST /messages` that it carries. */
  messageId?: number
  /** Whether its words let somebody in: they are forgotten once it is sent. */
  confidential?: boolean
}

export interface Enqueued {
  id: number
  /** The `Message-ID`. */
  key: string
}

/**
 * Has a mail go out once the transaction is committed, and not otherwise. It is tried for two days; without a mail server
 * it is kept where `npx guichet outbox` shows it.
 */
export async function enqueueMail(tx: Tx, actor: Actor, mail: NewMail): Promise<Enqueued> {
  const everybody = [...mail.to, ...(mail.cc ?? []), ...(mail.bcc ?? [])]
  if (everybody.length === 0) throw new Error('A mail goes to somebody')
  if (everybody.some(({ address }) => !isAddress(address))) throw new Error('A mail goes to addresses')
  const key = `<${randomUUID()}@${domainOf(actor.origin)}>`
  const id = await insertOutgoing(tx, actor, {
    ...{ channel: 'email', kind: mail.kind, key, subject: oneLine(mail.subject) },
    ...{ html: mail.html ?? null, plain: mail.text ?? toPlain(mail.html ?? ''), template: null },
    sender: {
      ...{ name: mail.fromName ?? actor.workspace.name, reply_to: mail.replyTo ?? null },
      ...(mail.fromAddress !== undefined && { address: mail.fromAddress }),
      ...(mail.returnPath !== undefined && { return_path: mail.returnPath }),
    },
    recipients: { to: mail.to, cc: mail.cc ?? [], bcc: mail.bcc ?? [] },
    ...{ headers: mail.headers ?? {}, messageId: mail.messageId ?? null, enclosed: enclosedIn(mail) },
    confidential: mail.confidential ?? false,
  })
  return { id, key }
}

function enclosedIn({ enclosed }: NewMail): Enclosed | null {
  if (!enclosed || enclosed.files.length === 0) return null
  const { html, text } = enclosed.linked
  return { files: enclosed.files, linked: { html, plain: text } }
}

export interface NewText {
  kind: string
  channel: 'sms' | 'whatsapp'
  /** To a number. */
  to: Addressee
  body: string
  template?: { name: string; components: unknown; locale: string | null }
  messageId?: number
}

/** Has a text go out once the transaction is committed, as `enqueueMail` does. */
export async function enqueueText(tx: Tx, actor: Actor, text: NewText): Promise<Enqueued> {
  const key = randomUUID()
  const id = await insertOutgoing(tx, actor, {
    ...{ channel: text.channel, kind: text.kind, key, subject: '', html: null, plain: text.body },
    ...{ template: text.template ?? null, sender: { name: actor.workspace.name, reply_to: null } },
    recipients: { to: [text.to], cc: [], bcc: [] },
    ...{ headers: {}, enclosed: null, messageId: text.messageId ?? null, confidential: false },
  })
  return { id, key }
}

/** Whether mail can be sent there. */
export const isAddress = (text: string | null | undefined): text is string =>
  typeof text === 'string' && text.length <= 254 && /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(text)

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What stands after the @ of a `Message-ID`. */
const domainOf = (origin: string): string =>
  URL.canParse(origin) ? new URL(origin).hostname.replace(/[[\]]/g, '') : 'guichet.invalid'
