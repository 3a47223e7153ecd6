/** A stretch of text: a word by its folded form, or what stands between words. */
export interface Stretch {
  text: string
  /** Undefined between words. */
  word: string | undefined
}

/**
 * The words of a text as searches compare them: lower-cased, Latin letters without accents, one space between. Languages
 * that write without spaces are cut by their dictionary. Both sides of a search go through here, so they agree.
 */
export const wordsOf = (text: string): string[] => stretchesOf(text).flatMap(({ word }) => word ?? [])

/** A text in pieces that together are the text. */
export function stretchesOf(text: string): Stretch[] {
  return text.split(WORDS).flatMap((piece, at) => {
    if (piece === '') return []
    if (at % 2 === 0) return [{ text: piece, word: undefined }]
    return UNSPACED.test(piece) ? cut(piece) : [{ text: piece, word: folded(piece) }]
  })
}

const WORDS = /([\p{L}\p{N}\p{M}]+)/u

/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const cut = (text: string): Stretch[] =>
  [...segmenter.segment(text)].map(({ segment }) => ({ text: segment, word: folded(segment) }))

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

const folded = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
