import { keyIn } from '../../storage/file-store.ts'
import { escapeHtml, toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import type { Attachment } from '../conversation/index.ts'
import type { selectLatestOfThread } from '../mail-thread/index.ts'
import type { MailboxRow } from '../mailbox/index.ts'
import type { StoredEnclosure } from '../outgoing/index.ts'
import { withPictures } from './enclose.ts'
import { SOURCE_PART } from './plan-first-mail.ts'
import type { UnmailedPart } from './reply-mail.sql.ts'

interface Writing {
  conversation: { source_subject: string; title: string | null; is_ticket: boolean; id: number }
  mailbox: MailboxRow
  parts: UnmailedPart[]
  thread: Awaited<ReturnType<typeof selectLatestOfThread>>
  /** What the customer wrote last. */
  quoted: { body: string | null; author_name: string | null; created_at: number } | undefined
  /** What goes with it; for all other files it has links. */
  files: StoredEnclosure[]
}

interface Letter {
  fromName: string
  subject: string
  html: string
  text: string
}

/** A mail with what was written, signed, and below it what it answers. Links and pictures of our own are made whole. */
export function writeMail(actor: Actor, of: Writing): Letter {
  const { parts, mailbox, quoted, files } = of
  const author = parts.at(-1)?.author_name ?? actor.workspace.name
  const several = new Set(parts.map(({ author_name }) => author_name)).size > 1
  const words = parts.map(part => wordsOf(part, { several, files })).join('\n<hr>\n')
  const signature =
    mailbox.signature === '' ? '' : `<div class="guichet-signature">${mailbox.signature}</div>`
  const html = whole(
    `<div style="font-family: sans-serif; line-height: 1.5">${withPictures(words + signature, files)}${quotation(actor, quoted)}</div>`,
    actor.origin,
  )
  return {
    fromName: `${author} (${actor.workspace.name})`,
    subject: subjectOf(actor, of),
    html,
    text: plain(html),
  }
}

function wordsOf(
  { body, author_name, attachments }: UnmailedPart,
  { several, files }: { several: boolean; files: StoredEnclosure[] },
): string {
  const by = several && author_name ? `<p><b>${escapeHtml(author_name)}</b></p>` : ''
  const linked = attachments.filter(({ url }) => !files.some(({ key }) => key === keyIn(url)))
  // A mail of files alone says at least which.
  const named = body || linked.length > 0 ? [] : attachments.map(({ name }) => `<p>${escapeHtml(name)}</p>`)
  return [by, body ?? '', ...named, linksTo(linked)].join('')
}

function linksTo(attachments: Attachment[]): string {
  if (attachments.length === 0) return ''
  const links = attachments.map(
    ({ url, name, filesize }) =>
      `<li><a href="${escapeHtml(url)}">${escapeHtml(name)}</a>${filesize > 0 ? ` (${sizeOf(filesize)})` : ''}</li>`,
  )
  const tooLarge = attachments.some(({ url }) => keyIn(url) !== '')
  return `${tooLarge ? '<p>Too large to come with this mail:</p>' : ''}<ul>${links.join('')}</ul>`
}

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

function quotation({ workspace }: Actor, quoted: Writing['quoted']): string {
  if (!quoted?.body) return ''
  const when = new Date(quoted.created_at * 1000).toLocaleString('en-GB', {
    ...{ timeZone: workspace.timezone, dateStyle: 'medium', timeStyle: 'short' },
  })
  const who = escapeHtml(quoted.author_name ?? 'you')
  return `<div class="guichet-quote"><p>On ${when}, ${who} wrote:</p><blockquote type="cite" style="margin: 0; padding-left: 12px; border-left: 2px solid #ccc">${quoted.body}</blockquote></div>`
}

/** Files and pictures that are with us are at an address the world reaches. */
const whole = (html: string, origin: string): string =>
  origin === '' ? html : html.replace(/((?:src|href)=")(\/attachments\/)/g, `$1${origin}$2`)

/** With the marks by which programs know what is quoted. */
function plain(html: string): string {
  const at = html.indexOf('<div class="guichet-quote">')
  if (at === -1) return toPlain(html)
  const [introduction = '', ...quoted] = toPlain(html.slice(at)).split('\n')
  return [toPlain(html.slice(0, at)), '', introduction, ...quoted.map(line => `> ${line}`)].join('\n')
}

/** As the thread goes by; what began in the messenger has no subject of its own, and what begins a thread answers nothing. */
function subjectOf({ workspace }: Actor, { conversation, parts, thread }: Writing): string {
  const named =
    conversation.source_subject.trim() || (conversation.is_ticket ? (conversation.title ?? '') : '')
  const subject = toPlain(named) || `Your conversation with ${workspace.name}`
  if (/^(re|aw|sv)\s*:/i.test(subject)) return subject
  const isFirst = thread.length === 0 && (named === '' || parts[0]?.id === SOURCE_PART)
  return isFirst ? subject : `Re: ${subject}`
}
