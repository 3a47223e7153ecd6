export { cancelImport, checkImport, findImport, listImports, runImport, uploadImport } from './csv-import.ts'
export { rejectedFile } from './rejected-file.ts'
export { type Importing, runImports } from './run-imports.ts'
