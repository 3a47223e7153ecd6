/** What is looked for, in the two ways PostgreSQL reads words. */
export interface SearchedWords {
  /** Whole words, "stretches in quotes", and -words that must not be there. */
  whole: string
  /** A last word that may go on: it is still being typed. */
  begun: string | undefined
}

/** Reads what somebody typed into a search; undefined where that asks for nothing. */
export function searchedWords(typed: string): SearchedWords | undefined {
  const text = typed.slice(0, LONGEST).trim()
  const asks = text.replace(/(^|\s)-("[^"]*"|\S+)/g, ' ')
  if (!/[\p{L}\p{N}]/u.test(asks)) return undefined
  const begun = isQuoteOpen(text) ? undefined : BEGUN.exec(text)?.[1]
  const whole = begun === undefined ? text : text.slice(0, -begun.length).trim()
  // Of a word between "or" and nothing there is no half.
  return begun === undefined || /(^|\s)or$/i.test(whole)
    ? { whole: text, begun: undefined }
    : { whole, begun }
}

const LONGEST = 300

/** So few letters begin too many words. */
const BEGUN = /(?:^|\s)([\p{L}\p{N}]{3,})$/u

const isQuoteOpen = (text: string): boolean => (text.match(/"/g)?.length ?? 0) % 2 === 1
