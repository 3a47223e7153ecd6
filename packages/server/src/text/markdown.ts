import { Marked } from 'marked'
import TurndownService from 'turndown'

/** The HTML of Markdown, not sanitised yet. */
export const markdownToHtml = (markdown: string): string => {
  const html = marked.parse(shallow(markdown), { async: false })
  return html.trim()
}

/** The HTML of one line of Markdown, not sanitised yet. */
export const markdownInline = (markdown: string): string => marked.parseInline(markdown, { async: false })

/** The pieces a Markdown text is made of. */
export const markdownTokens = (markdown: string) => marked.lexer(shallow(markdown))

/** The Markdown of sanitised HTML, ending with a line's end; empty for none. */
export function htmlToMarkdown(html: string): string {
  const markdown = turndown.turndown(html).trim()
  return markdown === '' ? '' : `${markdown}\n`
}

/** Quotes and lists within each other, as deep as anybody means: the parser calls itself for each level. */
const shallow = (markdown: string): string => markdown.replace(MARKS, marks => marks.slice(0, MOST_MARKS))

const MARKS = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)+|^[ \t]{200,}/gm
const MOST_MARKS = 200

const marked = new Marked({ gfm: true })

const turndown = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
})
// One space after a list's mark, and items indented by as much as the mark is wide.
turndown.addRule('listItem', {
  filter: 'li',
  replacement: (content, node) => {
    const list = node.parentNode
    const at = list ? [...list.childNodes].filter(({ nodeName }) => nodeName === 'LI').indexOf(node) : 0
    const mark = list?.nodeName === 'OL' ? `${at + 1}. ` : '- '
    return `${mark}${content.trim().replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`)}\n`
  },
})
// Markdown has no tables and no videos of its own, but takes theirs as HTML.
turndown.keep(['table', 'iframe'])
