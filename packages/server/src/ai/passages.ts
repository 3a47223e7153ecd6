import { toPlain } from '../text/html.ts'

/** A stretch of an article that can be read by itself. */
export interface Passage {
  html: string
  /** What it says, its heading included. */
  text: string
}

/** Cuts an article into passages: at its headings, and where a section is long, between its blocks. */
export function passagesOf(html: string): Passage[] {
  const passages: Passage[] = []
  let heading = ''
  let blocks: string[] = []
  const finish = () => {
    const body = blocks.join('\n')
    if (toPlain(body) !== '') passages.push({ html: body, text: toPlain(`${heading}\n${body}`) })
    blocks = []
  }
  for (const block of blocksOf(html)) {
    if (/^<h[1-6]\b/i.test(block)) {
      finish()
      heading = block
    } else {
      if (blocks.join('').length + block.length > LONGEST) finish()
      blocks.push(block)
    }
  }
  finish()
  return passages
}

const LONGEST = 1200

/** The blocks of an article, each with all that is inside it. */
function blocksOf(html: string): string[] {
  const blocks: string[] = []
  let depth = 0
  let start = 0
  for (const { 0: tag, 1: slash, index } of html.matchAll(BLOCK_TAG)) {
    if (slash === '' && depth === 0) {
      push(blocks, html.slice(start, index))
      start = index
    }
    depth = Math.max(depth + (slash === '' ? 1 : -1), 0)
    if (slash !== '' && depth === 0) {
      push(blocks, html.slice(start, index + tag.length))
      start = index + tag.length
    }
  }
  push(blocks, html.slice(start))
  return blocks
}

const BLOCK_TAG = /<(\/?)(?:p|h[1-6]|ul|ol|table|blockquote|pre|div)\b[^>]*>/gi

function push(blocks: string[], block: string): void {
  if (block.trim() !== '') blocks.push(block.trim())
}
