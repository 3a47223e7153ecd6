export { removeFiles, removeLater } from './file-removal.ts'
