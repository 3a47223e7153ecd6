import { Parser, Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** How deep tags may nest: messages and pages have a few dozen levels, and a parser's time grows with the square of them. */
export const DEEPEST = 500

/** Whether tags nest deeper than anybody means. Reads no further than to the tag that tells. */
export function isTooDeep(html: string): boolean {
  if (!hasMany(html)) return false
  let depth = 0
  const parser = new Parser({
    onopentag() {
      depth += 1
      if (depth > DEEPEST) parser.pause()
    },
    onclosetag() {
      depth -= 1
    },
  })
  parser.end(html)
  return depth > DEEPEST
}

/** Few tags cannot nest deep: most texts need no parser to tell. */
function hasMany(html: string): boolean {
  let from = -1
  for (let tags = 0; tags <= DEEPEST; tags += 1) {
    from = html.indexOf('<', from + 1)
    if (from === -1) return false
  }
  return true
}

/** What is left of HTML without its tags, a line a block; looks at each character once, however tags nest. */
export function wordsIn(html: string): string {
  let words = ''
  let tag = ''
  const nameTag = (start: number, end: number) => {
    tag = html.slice(start, end).toLowerCase()
    if (BLOCKS.test(tag)) words += '\n'
  }
  const tokenizer = new Tokenizer(
    {},
    {
      ...NOTHING,
      onopentagname: nameTag,
      onclosetag: (start, end) => {
        nameTag(start, end)
        tag = ''
      },
      ontext: (start, end) => {
        if (!HIDDEN.test(tag)) words += html.slice(start, end)
      },
      ontextentity: code => {
        if (!HIDDEN.test(tag)) words += String.fromCodePoint(code)
      },
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return words.replace(/\n{2,}/g, '\n').trim()
}

const BLOCKS = /^(?:br|p|div|li|h[1-6]|tr|blockquote|pre)$/
const HIDDEN = /^(?:script|style|textarea|option|noscript)$/

const ignore = () => undefined
const NOTHING: TokenizerCallbacks = {
  ...{ onattribdata: ignore, onattribentity: ignore, onattribend: ignore, onattribname: ignore },
  ...{ oncdata: ignore, onclosetag: ignore, oncomment: ignore, ondeclaration: ignore, onend: ignore },
  ...{ onopentagend: ignore, onopentagname: ignore, onprocessinginstruction: ignore },
  ...{ onselfclosingtag: ignore, ontext: ignore, ontextentity: ignore },
}
