import { imports } from '@guichet/contract/operations/inbox/imports.ts'
import {
  beginImport,
  cancelImport,
  checkImport,
  findImport,
  listImports,
  rejectedFile,
  undoImport,
  uploadImport,
} from '../../domain/csv-import/index.ts'
import { handlers } from '../handlers.ts'

export const importRoutes = handlers(imports, {
  list: ({ tx, actor }) => listImports(tx, actor),
  upload: ({ database, actor, query: { model = 'contact', name = '' }, body, files }) =>
    uploadImport(database, actor, { model, name, chunks: body, files }),
  find: ({ tx, actor, params }) => findImport(tx, actor, params.id),
  check: ({ tx, actor, params, body }) => checkImport(tx, actor, { id: params.id, request: body }),
  run: ({ tx, actor, params, body }) => beginImport(tx, actor, { id: params.id, request: body }),
  cancel: ({ tx, actor, params }) => cancelImport(tx, actor, params.id),
  undo: ({ tx, actor, params }) => undoImport(tx, actor, params.id),
  rejected: ({ tx, actor, params }) => rejectedFile(tx, actor, params.id),
})
