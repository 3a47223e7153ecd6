import { foldHtml, foldText } from '../../mail/quotes.ts'
import type { MailFile, ReadMail } from '../../mail/read-mail.ts'
import { type FileStore, keyIn } from '../../storage/file-store.ts'
import { fromPlain, toHtml } from '../../text/html.ts'
import { isTooDeep } from '../../text/nesting.ts'
import type { Actor } from '../actor.ts'
import { type Attachment, storeFile } from '../conversation/index.ts'

/** What a mail says, as a conversation keeps it. */
export interface Words {
  /** Sanitised HTML. */
  body: string
  /** Sanitised HTML of what is folded away; null for nothing. */
  quoted: string | null
  attachments: Attachment[]
  /** The pictures that stand in it, by their keys. */
  pictures: string[]
}

/**
 * The words of a mail and its files, which are kept. Pictures that belong into the words stand there; of a mail that could not be
 * read the mail itself is attached.
 */
export async function wordsOf(
  files: FileStore,
  actor: Actor,
  { mail, raw }: { mail: ReadMail; raw: Buffer },
): Promise<Words> {
  const inline = new Map<string, string>()
  const attachments: Attachment[] = []
  const pictures: string[] = []
  for (const file of mail.files) {
    const kept = await storeFile(files, actor, { ...file, name: nameOf(file) })
    if (!isInline(file, mail.html)) attachments.push(kept)
    else {
      inline.set(file.cid ?? '', actor.origin + kept.url)
      pictures.push(keyIn(kept.url))
    }
  }
  if (mail.fault !== undefined) {
    const original = { name: 'message.eml', type: 'message/rfc822', bytes: raw }
    return { ...UNREADABLE, attachments: [await storeFile(files, actor, original)], pictures }
  }
  return { ...textsOf(mail, inline), attachments, pictures }
}

const UNREADABLE = {
  body: '<p>This mail could not be read. It is attached as it came.</p>',
  quoted: null,
}

const isInline = ({ cid, type }: MailFile, html: string | undefined): boolean =>
  cid !== undefined && type.startsWith('image/') && (html?.includes(`cid:${cid}`) ?? false)

const nameOf = ({ name, type }: MailFile): string =>
  name ||
  (type.startsWith('message/') ? 'message.eml' : `file.${type.replace(/^.*\//, '').replace(/\W/g, '')}`)

function textsOf(mail: ReadMail, inline: Map<string, string>): Pick<Words, 'body' | 'quoted'> {
  const html = mail.html === undefined ? undefined : withoutHead(mail.html)
  if (html !== undefined && toHtml(html) !== '') {
    if (isTooDeep(html)) return { body: toHtml(html), quoted: null }
    const { words, folded } = foldHtml(placed(html, inline))
    return { body: toHtml(words), quoted: folded === '' ? null : toHtml(folded) }
  }
  const { words, folded } = foldText(mail.text ?? '')
  return { body: fromPlain(words), quoted: folded === '' ? null : fromPlain(folded) }
}

/** A title is no word of a mail. */
function withoutHead(html: string): string {
  const from = html.search(/<head[\s>]/i)
  const to = from === -1 ? -1 : html.indexOf('</head>', from)
  return to === -1 ? html : html.slice(0, from) + html.slice(to + '</head>'.length)
}

const placed = (html: string, inline: Map<string, string>): string =>
  html.replace(/\bcid:([^"'\s<>)]{1,500})/gi, (all, id: string) => inline.get(id) ?? all)
