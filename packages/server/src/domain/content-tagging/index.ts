export { tagContent, untagContent } from './content-tagging.ts'
