import { DomUtils, parseDocument } from 'htmlparser2'

type Document = ReturnType<typeof parseDocument>
type ChildNode = Document['children'][number]
type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>

/** The words of a mail, and what stands below them: what it answers, and how its writer signs. */
export interface Folded {
  words: string
  folded: string
}

/**
 * Parts the words of a plain mail from what they answer and from the signature. Where somebody wrote below or between the words
 * they quote, and where there is nothing but a quotation, all of it is words.
 */
export function foldText(text: string): Folded {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const at = lines.findIndex((_, index) => beginsQuotation(lines, index))
  const end = at === -1 ? lines.length : at
  const signature = lines.slice(0, end).findIndex(line => line === '-- ' || line === '--')
  const cut = signature === -1 ? end : signature
  const words = lines.slice(0, cut).join('\n').trim()
  if (words === '' || cut === lines.length) return { words: text.trim(), folded: '' }
  return { words, folded: lines.slice(cut).join('\n').trim() }
}

function beginsQuotation(lines: string[], index: number): boolean {
  const line = (lines[index] ?? '').trim()
  if (line.length > 400) return false
  if (
    /^-{2,}\s*(original message|message d'origine|ursprüngliche nachricht|forwarded message)\s*-{2,}$/i.test(
      line,
    )
  )
    return true
  if (/^_{20,}$/.test(line) && /^(from|de|von)\s*:/i.test((lines[index + 1] ?? '').trim())) return true
  const both = `${line} ${(lines[index + 1] ?? '').trim()}`
  if (INTRODUCES.test(line) || (BEGINS.test(line) && !line.startsWith('>') && INTRODUCES.test(both)))
    return onlyQuoted(lines.slice(index + (INTRODUCES.test(line) ? 1 : 2)))
  return line.startsWith('>') && onlyQuoted(lines.slice(index))
}

const BEGINS = /^(on|le|am|el|il|op|em|den)\s/i
const INTRODUCES =
  /^(on|le|am|el|il|op|em|den)\s.{3,300}\s(wrote|a écrit|schrieb.{0,80}|escribió|ha scritto|schreef.{0,80}|escreveu|skrev.{0,80})\s?:$/i

/** Quotation to the end. */
const onlyQuoted = (lines: string[]): boolean => lines.every(line => /^\s*(>|$)/.test(line))

/** The same of HTML. */
export function foldHtml(html: string): Folded {
  const document = parseDocument(html, { withStartIndices: true, withEndIndices: true })
  const quote = firstQuote(document)
  if (!quote) return { words: html, folded: '' }
  const from = quote.startIndex ?? 0
  const to = restIsQuoted(quote) ? html.length : (quote.endIndex ?? html.length - 1) + 1
  const words = html.slice(0, from)
  if (isBlank(words) || !isBlank(html.slice(to))) return { words: html, folded: '' }
  return { words, folded: html.slice(from) }
}

function firstQuote(document: Document): Element | undefined {
  const quotes = DomUtils.filter(node => DomUtils.isTag(node) && isQuote(node), document, true, 1)
  return quotes.find(DomUtils.isTag)
}

const CLASSES =
  /(^|\s)(gmail_quote|gmail_quote_container|gmail_extra|gmail_signature|yahoo_quoted|moz-cite-prefix|moz-signature|protonmail_quote|tutanota_quote|zmail_extra|guichet-quote)(\s|$)/
const IDS =
  /^(divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|isForwardContent|mail-editor-reference-message-container)$/

function isQuote({ name, attribs }: Element): boolean {
  if (CLASSES.test(attribs['class'] ?? '') || IDS.test(attribs['id'] ?? '')) return true
  return name === 'blockquote' && attribs['type'] === 'cite'
}

/** Some programs only mark where a quotation begins. */
const restIsQuoted = ({ attribs }: Element): boolean =>
  /^(divRplyFwdMsg|appendonsend)$/.test(attribs['id'] ?? '') ||
  /(^|\s)(moz-cite-prefix|moz-signature|gmail_signature)(\s|$)/.test(attribs['class'] ?? '')

/** Whether nobody would see anything; of pictures somebody does. */
function isBlank(html: string): boolean {
  if (/<img\b/i.test(html)) return false
  const document = parseDocument(html)
  return (
    document.children
      .map(textOf)
      .join('')
      .replace(/[\s\u00a0\u200b]/g, '') === ''
  )
}

const textOf = (node: ChildNode): string =>
  DomUtils.isTag(node) && /^(style|script|head|title)$/.test(node.name) ? '' : DomUtils.textContent(node)
