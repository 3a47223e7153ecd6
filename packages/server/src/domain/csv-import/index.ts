export {
  beginImport,
  cancelImport,
  checkImport,
  findImport,
  listImports,
  undoImport,
} from './csv-import.ts'
export { forgetImports } from './forget-imports.ts'
export { rejectedFile } from './rejected-file.ts'
export { dueImports, type Importing, runImport, runImports } from './run-imports.ts'
export { uploadImport } from './upload.ts'
