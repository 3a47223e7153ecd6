export { absorb } from './absorb.ts'
export { mergeContacts } from './merge-contacts.ts'
export { mergeHistory } from './merge-history.ts'
export { previewMerge } from './preview-merge.ts'
