import { CsvImport, CsvImportList, ImportColumnTarget } from '../../models/csv-import.ts'
import { family } from '../../operation.ts'
import { model, nullable, oneOf, optional, Type } from '../../schema.ts'

export const ImportRequest = model('csv_import_request', {
  /** One for each column, in their order. */
  mapping: Type.Array(ImportColumnTarget),
  /** What somebody new becomes. */
  role: optional(oneOf('user', 'lead')),
  /** What everybody in the file is tagged with. */
  tag: optional(nullable(Type.String())),
})

const importing = { scope: 'read_write_users', access: 'session' } as const

/** Files of contacts and companies: tried first, then taken. */
export const imports = family({
  list: {
    ...importing,
    method: 'GET',
    path: '/app/api/imports',
    summary: 'The latest files that were uploaded',
    answer: CsvImportList,
  },
  upload: {
    ...importing,
    method: 'POST',
    path: '/app/api/imports',
    summary: 'Upload a file of contacts or companies: it is the body',
    query: Type.Object({
      model: optional(oneOf('contact', 'company')),
      name: optional(Type.String()),
    }),
    takesFile: true,
    ownTransactions: true,
    status: 201,
    answer: CsvImport,
  },
  find: {
    ...importing,
    method: 'GET',
    path: '/app/api/imports/{id}',
    summary: 'How a file stands',
    answer: CsvImport,
  },
  check: {
    ...importing,
    method: 'POST',
    path: '/app/api/imports/{id}/check',
    summary: 'Try a file: what would be made, changed and rejected, and why',
    body: ImportRequest,
    status: 202,
    answer: CsvImport,
  },
  run: {
    ...importing,
    method: 'POST',
    path: '/app/api/imports/{id}/run',
    summary: 'Take in a file',
    body: ImportRequest,
    status: 202,
    answer: CsvImport,
  },
  cancel: {
    ...importing,
    method: 'POST',
    path: '/app/api/imports/{id}/cancel',
    summary: 'Stop taking in a file; what was taken stays',
    answer: CsvImport,
  },
  undo: {
    ...importing,
    method: 'POST',
    path: '/app/api/imports/{id}/undo',
    summary: 'Take back what an import did, but for what was changed since',
    status: 202,
    answer: CsvImport,
  },
  rejected: {
    ...importing,
    method: 'GET',
    path: '/app/api/imports/{id}/rejected',
    summary: 'The rows that were rejected, with the reason, as a file',
    raw: true,
    gives: 'text/csv',
  },
})
