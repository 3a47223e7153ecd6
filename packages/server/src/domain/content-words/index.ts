export { dropWords, type Knowledge, keepWords, type Worded } from './content-words.ts'
export { type Found, findByWords, type Narrowing, type WordedType } from './find-by-words.ts'
export { type Fragment, highlight } from './highlight.ts'
