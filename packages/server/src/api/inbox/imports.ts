import { imports } from '@guichet/contract/operations/inbox/imports.ts'
import {
  cancelImport,
  checkImport,
  findImport,
  listImports,
  rejectedFile,
  runImport,
  uploadImport,
} from '../../domain/csv-import/index.ts'
import { handlers } from '../handlers.ts'

export const importRoutes = handlers(imports, {
  list: ({ tx, actor }) => listImports(tx, actor),
  upload: ({ tx, actor, body, files }) => uploadImport(tx, actor, { request: body, files }),
  find: ({ tx, actor, params }) => findImport(tx, actor, params.id),
  check: ({ tx, actor, params, body }) => checkImport(tx, actor, { id: params.id, request: body }),
  run: ({ tx, actor, params, body }) => runImport(tx, actor, { id: params.id, request: body }),
  cancel: ({ tx, actor, params }) => cancelImport(tx, actor, params.id),
  rejected: ({ tx, actor, params }) => rejectedFile(tx, actor, params.id),
})
