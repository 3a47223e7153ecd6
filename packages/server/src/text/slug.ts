import { wordsOf } from './words.ts'

/** The end of an address that tells people what is there: `Thanks for everything` gives `thanks-for-everything`. */
export const slugOf = (title: string): string => wordsOf(title).join('-').slice(0, LONGEST).replace(/-$/, '')

const LONGEST = 80
