export { keepImage } from './keep-image.ts'
export { knowledgeTree } from './tree.ts'
