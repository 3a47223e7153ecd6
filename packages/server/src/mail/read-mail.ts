import { createHash } from 'node:crypto'
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import { readReport } from './bounce.ts'
import type { Mailbox } from './mailer.ts'

/** A file that came with a mail. */
export interface MailFile {
  name: string
  type: string
  bytes: Buffer
  /** What HTML calls it by, `cid:…`, without that. */
  cid: string | undefined
}

/** That mails of ours did not arrive, as a server tells it. */
export interface BounceReport {
  /** The `Message-ID` of the mail that came back, where the report says. */
  messageId: string | undefined
  recipients: { address: string; forGood: boolean; reason: string }[]
}

/** A mail that came, as far as anything here needs it. Every text can be stored. */
export interface ReadMail {
  /** With its brackets; empty for a mail without. */
  messageId: string
  /** What tells another delivery of the same mail. */
  fingerprint: string
  from: Mailbox | undefined
  replyTo: Mailbox | undefined
  to: Mailbox[]
  cc: Mailbox[]
  /** Every address it says it was delivered to. */
  delivered: string[]
  subject: string
  /** The ids it answers, the nearest first. */
  references: string[]
  text: string | undefined
  html: string | undefined
  files: MailFile[]
  headers: HeaderReader
  report: BounceReport | undefined
  /** Why no more than its head could be read. */
  fault: string | undefined
}

/** All values of a header as they came, unfolded, in their order. */
export type HeaderReader = (name: string) => string[]

const MOST_PEOPLE = 100
const MOST_FILES = 50
const MOST_REFERENCES = 100
const LONGEST_BODY = 1_000_000
const PATIENCE_MS = 60_000

/**
 * Reads a mail as it came over the wire. Never throws: of what cannot be read, the head is. Nothing is unpacked but the mail
 * itself, so that an archive is only ever a file.
 */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  try {
    return taken(await parsed(raw), raw, undefined)
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error)
    const head = await parsed(headOf(raw)).catch(() => undefined)
    return taken(head, raw, fault)
  }
}

async function parsed(raw: Buffer): Promise<ParsedMail> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('reading it took too long')), PATIENCE_MS)
  try {
    return await Promise.race([simpleParser(raw, OPTIONS), late])
  } finally {
    clearTimeout(timer)
  }
}

const OPTIONS = {
  ...{ keepCidLinks: true, keepDeliveryStatus: true },
  ...{ skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true },
}

/** The header alone, no more of it than a quarter megabyte: enough to say who wrote. */
function headOf(raw: Buffer): Buffer {
  const end = raw
    .subarray(0, 262_144)
    .toString('latin1')
    .search(/\r?\n\r?\n/)
  const head = raw.subarray(0, end === -1 ? 262_144 : end).toString('latin1')
  const kept = head.split(/\r?\n(?![ \t])/).filter(line => HEAD.test(line) && line.length < 10_000)
  return Buffer.from(`${kept.slice(0, 200).join('\r\n')}\r\n\r\n`, 'latin1')
}

const HEAD =
  /^(from|to|cc|reply-to|subject|date|message-id|in-reply-to|references|auto-submitted|precedence|delivered-to|received|authentication-results|list-id|return-path|x-[a-z-]+):/i

function taken(mail: ParsedMail | undefined, raw: Buffer, fault: string | undefined): ReadMail {
  const headers = headerReader(mail)
  const [from] = people(mail?.from)
  const [replyTo] = people(mail?.replyTo)
  const text = bodyOf(mail?.text)
  const html = bodyOf(mail?.html || undefined)
  const messageId = idsIn(headers('message-id').at(0) ?? '')[0] ?? ''
  const subject = storable(mail?.subject ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500)
  return {
    ...{ messageId, from, replyTo, subject, text, html, headers, fault },
    fingerprint: fingerprintOf([messageId, from?.address ?? '', headers('date').at(0) ?? '', subject], {
      text: text ?? html ?? raw.toString('latin1'),
      known: messageId !== '',
    }),
    ...{ to: people(mail?.to), cc: people(mail?.cc) },
    delivered: ['delivered-to', 'x-original-to', 'envelope-to', 'x-forwarded-to'].flatMap(name =>
      headers(name).map(value => value.replace(/[<>]/g, '').trim().toLowerCase()),
    ),
    references: [
      ...idsIn(headers('in-reply-to').join(' ')),
      ...idsIn(headers('references').join(' ')).toReversed(),
    ].slice(0, MOST_REFERENCES),
    files: (mail?.attachments ?? []).slice(0, MOST_FILES).map(file => ({
      name: storable(file.filename ?? '').slice(0, 255),
      type: storable(file.contentType).toLowerCase().slice(0, 255),
      bytes: Buffer.isBuffer(file.content) ? file.content : Buffer.alloc(0),
      cid: file.cid,
    })),
    report: mail && readReport(mail, headers),
  }
}

/** Two deliveries of one mail are alike in these; mails that share no more than their id are not one. */
function fingerprintOf(parts: string[], { text, known }: { text: string; known: boolean }): string {
  const hash = createHash('sha256').update(JSON.stringify(parts))
  if (!known) hash.update(text)
  return hash.digest('base64url')
}

function headerReader(mail: ParsedMail | undefined): HeaderReader {
  const lines = mail?.headerLines ?? []
  return name =>
    lines
      .filter(({ key }) => key === name)
      .map(({ line }) =>
        storable(line.slice(line.indexOf(':') + 1))
          .replace(/\s+/g, ' ')
          .trim(),
      )
}

/** The ids in a header; what is no id, and what is longer than any, is passed over. */
export const idsIn = (text: string): string[] =>
  [...text.slice(0, 100_000).matchAll(/<[^<>\s]{1,500}>/g)].map(([id]) => id)

function people(of: AddressObject | AddressObject[] | undefined): Mailbox[] {
  const all = [of ?? []].flat().flatMap(({ value }) => value.flatMap(each => each.group ?? [each]))
  return all
    .map(({ name, address }) => ({
      address: storable(address ?? '')
        .trim()
        .toLowerCase(),
      name: storable(name).replace(/\s+/g, ' ').trim().slice(0, 255) || null,
    }))
    .filter(({ address }) => ADDRESS.test(address) && address.length <= 254)
    .slice(0, MOST_PEOPLE)
}

const ADDRESS = /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+$/

const bodyOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : storable(text).slice(0, LONGEST_BODY)

/** Text as PostgreSQL keeps it: no NUL, and no half of a surrogate pair. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed()
