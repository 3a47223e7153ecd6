import sanitize from 'sanitize-html'
import { isTooDeep, wordsIn } from './nesting.ts'

/**
 * The HTML to keep of what somebody wrote: markup that people format messages with, and nothing that runs, frames or
 * restyles. Text without any markup becomes paragraphs. Empty text stays empty.
 */
export function toHtml(text: string): string {
  return MARKUP.test(text) ? keep(text, ALLOWED).trim() : fromPlain(text)
}

/** What HTML has of what is allowed. Where tags nest deeper than anybody means, its words alone are kept. */
export const keep = (html: string, allowed: sanitize.IOptions): string =>
  isTooDeep(html) ? fromPlain(wordsIn(html)) : sanitize(html, allowed)

/** Plain text as paragraphs, one a line, every character taken literally. */
export function fromPlain(text: string): string {
  const lines = text.trim().split(/\r?\n/)
  return text.trim() === ''
    ? ''
    : lines.map(line => `<p class="no-margin">${escapeHtml(line)}</p>`).join('\n')
}

/** What a reader sees of HTML: no tags, entities decoded, a line a block. */
export function toPlain(html: string): string {
  return plainOf(html)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

function plainOf(html: string): string {
  if (isTooDeep(html)) return wordsIn(html)
  const broken = html.replace(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^<>]*>/gi, '$&\n')
  return decode(sanitize(broken, { allowedTags: [], allowedAttributes: {} }))
}

/** A tag ends before the next one begins: many that never end must not be looked through to the end of the text each. */
export const MARKUP = /<\/?[a-z!][^<>]*>/i

/** What of the markup of messages is kept. */
export const ALLOWED: sanitize.IOptions = {
  allowedTags: [
    ...[
      'p',
      'br',
      'b',
      'strong',
      'i',
      'em',
      'u',
      's',
      'del',
      'a',
      'ul',
      'ol',
      'li',
      'blockquote',
      'pre',
      'code',
      'hr',
    ],
    ...[
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'img',
      'div',
      'span',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
    ],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'target', 'rel', 'class'],
    img: ['src', 'alt', 'width', 'height'],
    // A teammate whom a note mentions, by id.
    span: ['data-mention'],
    '*': ['class', 'dir', 'lang'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https', 'cid'] },
  allowProtocolRelative: false,
  transformTags: {
    span: (tagName, { 'data-mention': mentioned, ...attribs }) => ({
      tagName,
      attribs: { ...attribs, ...(/^\d{1,15}$/.test(mentioned ?? '') && { 'data-mention': mentioned ?? '' }) },
    }),
    a: sanitize.simpleTransform('a', { rel: 'nofollow noopener noreferrer' }),
  },
  nestingLimit: 100,
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, char => ESCAPES[char] ?? char)

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const decode = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (all, name: string) => ENTITIES[name] ?? all)
