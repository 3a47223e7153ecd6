import { afterEach, expect, test, vi } from 'vitest'
import { articleHtml, crawledHtml, externalHtml } from './article-html.ts'
import { blocksToHtml, cleanBlocks } from './blocks.ts'
import { toHtml, toPlain } from './html.ts'
import { markdownToHtml } from './markdown.ts'
import { DEEPEST, isTooDeep } from './nesting.ts'

afterEach(() => vi.restoreAllMocks())

/** What parsers do for each tag that is open around another: they move all of those. */
function countingMoves<T>(work: () => T): { result: T; moves: number } {
  let moves = 0
  const unshift = Array.prototype.unshift
  vi.spyOn(Array.prototype, 'unshift').mockImplementation(function (this: unknown[], ...items) {
    moves += this.length
    return unshift.apply(this, items)
  })
  const result = work()
  vi.restoreAllMocks()
  return { result, moves }
}

const WAYS = {
  messages: toHtml,
  articles: articleHtml,
  'external pages': externalHtml,
  'websites that are crawled': (text: string) => crawledHtml(text, 'https://example.com'),
  'plain texts': toPlain,
  blocks: (text: string) =>
    blocksToHtml(cleanBlocks([{ type: 'paragraph', text }])) +
    blocksToHtml([{ type: 'unorderedList', items: [text] }]),
}

test.each(Object.entries(WAYS))('HTML of %s costs no more however deep its tags nest', (_, read) => {
  for (const tags of ['<div>', '<ul><li>', '<b></i>', '<unknown>']) {
    const few = countingMoves(() => read(`Before ${tags.repeat(1000)} within`))
    const many = countingMoves(() => read(`Before ${tags.repeat(100_000)} within`))
    expect(many.moves).toBe(few.moves)
    expect(toPlain(many.result).split(/\s+/)).toEqual(expect.arrayContaining(['Before', 'within']))
  }
})

test('as deep as people write, tags stay tags', () => {
  const within = (levels: number) => `${'<div>'.repeat(levels)}<b>word</b>${'</div>'.repeat(levels)}`
  expect(toHtml(within(30))).toBe(within(30))
  expect(toHtml('<p>word</p>'.repeat(2000))).toBe('<p>word</p>'.repeat(2000))
  expect(toHtml('<p>word'.repeat(2000))).toBe('<p>word</p>'.repeat(2000))
  expect(isTooDeep(within(DEEPEST - 1))).toBe(false)
})

test('of tags that nest deeper their words are kept, and nothing that runs', () => {
  const deep = `${'<div>'.repeat(DEEPEST)}<p>a &lt;b&gt; &amp; c</p><script>alert(1)</script><style>p {}</style>d`
  expect(toHtml(deep)).toBe('<p class="no-margin">a &lt;b&gt; &amp; c</p>\n<p class="no-margin">d</p>')
  expect(toPlain(deep)).toBe('a <b> & c\nd')
})

test('quotes and lists of Markdown nest as deep as people write, and are cut below that', () => {
  expect(markdownToHtml('> > - word')).toContain('<blockquote>\n<ul>\n<li>word</li>')
  for (const mark of ['> ', '1. ', '> - ']) {
    const html = markdownToHtml(`${mark.repeat(10_000)}word`)
    expect(html.match(/<(blockquote|li)>/g)?.length).toBeLessThan(250)
  }
  const steps = Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level * 2)}- word`)
  expect(markdownToHtml(steps.join('\n')).match(/word/g)).toHaveLength(1000)
})
