import { toPlain } from '../../text/html.ts'

/** The HTML of a macro with its placeholders, `{{user.name|fallback:"there"}}`, as elements. */
export const withElements = (html: string): string =>
  html.replace(PLACEHOLDER, (_, key: string, double?: string, single?: string) => {
    const fallback = double ?? single
    const attribute = fallback === undefined ? '' : ` default="${quoted(fallback)}"`
    return `<attribute key="${quoted(key.trim())}"${attribute}/>`
  })

/** The text of a macro, its placeholders as they were written, a blank line between paragraphs. */
export const toText = (html: string): string =>
  html
    .split(/<\/p\s*>/i)
    .map(toPlain)
    .filter(text => text !== '')
    .join('\n\n')

/** Quotes may be entities, since the placeholder stands in HTML. */
const PLACEHOLDER =
  /\{\{([^{}|]+?)(?:\|\s*fallback:\s*(?:(?:"|&quot;)([^{}]*?)(?:"|&quot;)|(?:'|&#39;|&apos;)([^{}]*?)(?:'|&#39;|&apos;))\s*)?\}\}/g

/** Fit to stand in an attribute; what the HTML has as entities already stays one. */
const quoted = (text: string): string =>
  text
    .replace(/&(?!(?:[a-z]+|#\d+|#x[0-9a-f]+);)/gi, '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
