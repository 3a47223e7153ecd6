import sanitize from 'sanitize-html'
import { articleHtml } from './article-html.ts'
import { ALLOWED, escapeHtml, fromPlain, keep, MARKUP } from './html.ts'
import { markdownInline, markdownTokens } from './markdown.ts'
import { isTooDeep } from './nesting.ts'

/** A block of a text, as the API has them: `{ type: 'paragraph', text: '…' }`. */
export type Block = Record<string, unknown>

/** The blocks to keep of what somebody sent: texts with nothing that runs, and addresses of the web alone. */
export const cleanBlocks = (blocks: Block[]): Block[] => blocks.map(block => cleanBlock(block))

/** The blocks of a text in Markdown. */
export function blocksOf(markdown: string): Block[] {
  return cleanBlocks(
    markdownTokens(markdown).flatMap((token): Block[] => {
      switch (token.type) {
        case 'heading':
          return [
            {
              type: token['depth'] === 1 ? 'heading' : 'subheading',
              text: markdownInline(token['text'] ?? ''),
            },
          ]
        case 'code':
          return [{ type: 'code', text: token['text'] ?? '' }]
        case 'list': {
          const items: { text: string }[] = token['items'] ?? []
          const type = token['ordered'] ? 'orderedList' : 'unorderedList'
          return [{ type, items: items.map(({ text }) => markdownInline(text)) }]
        }
        case 'hr':
          return [{ type: 'horizontalRule' }]
        case 'space':
          return []
        case 'paragraph':
        case 'text':
        case 'blockquote':
          return [{ type: 'paragraph', text: markdownInline(token['text'] ?? '') }]
        default:
          return [{ type: 'html', content: token.raw }]
      }
    }),
  )
}

/** The HTML of blocks, sanitised. */
export const blocksToHtml = (blocks: Block[]): string => articleHtml(blocks.map(blockToHtml).join('\n'))

function blockToHtml(block: Block): string {
  const { type, items } = block
  const text = typeof block['text'] === 'string' ? block['text'] : ''
  if (Array.isArray(items)) {
    const tag = String(type).startsWith('ordered') ? 'ol' : 'ul'
    return `<${tag}>${items.map(item => `<li>${inline(itemText(item))}</li>`).join('')}</${tag}>`
  }
  switch (type) {
    case 'heading':
      return `<h1>${inline(text)}</h1>`
    case 'subheading':
      return `<h2>${inline(text)}</h2>`
    case 'code':
      return `<pre><code>${escaped(text)}</code></pre>`
    case 'horizontalRule':
      return '<hr>'
    case 'html':
      return typeof block['content'] === 'string' ? block['content'] : ''
    case 'image':
      return typeof block['url'] === 'string' ? `<img src="${escaped(block['url'])}">` : ''
    default:
      return text === '' ? '' : MARKUP.test(text) ? `<p>${text}</p>` : fromPlain(text)
  }
}

const inline = (text: string): string => (MARKUP.test(text) ? text : escaped(text))

const escaped = (text: string): string =>
  isTooDeep(text)
    ? escapeHtml(text)
    : sanitize(text, { disallowedTagsMode: 'escape', allowedTags: [] }).replaceAll('"', '&quot;')

const itemText = (item: unknown): string =>
  typeof item === 'string' ? item : isBlock(item) ? String(item['content'] ?? item['text'] ?? '') : ''

function cleanBlock(block: Block, depth = 0): Block {
  return Object.fromEntries(
    Object.entries(block).flatMap(([key, value]) => {
      if (ADDRESSES.has(key) && !isWebAddress(value)) return []
      return [[key, block['type'] === 'code' && key === 'text' ? value : clean(value, depth)]]
    }),
  )
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return MARKUP.test(value) ? keep(value, ALLOWED) : value
  if (depth > DEEPEST) return null
  if (Array.isArray(value)) return value.map(each => clean(each, depth + 1))
  return isBlock(value) ? cleanBlock(value, depth + 1) : value
}

const DEEPEST = 10
const ADDRESSES: ReadonlySet<string> = new Set(['url', 'href', 'linkUrl', 'link_url', 'src'])

const isWebAddress = (value: unknown): boolean =>
  typeof value === 'string' && /^(?:https?:|mailto:|tel:)/i.test(value)

const isBlock = (value: unknown): value is Block =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
