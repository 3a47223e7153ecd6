import { dataExports } from '@guichet/contract/operations/data-exports.ts'
import {
  cancelDataExport,
  downloadDataExport,
  findDataExport,
  startDataExport,
} from '../domain/data-export/index.ts'
import { handlers } from './handlers.ts'

export const dataExportRoutes = handlers(dataExports, {
  create: ({ tx, actor, body }) => startDataExport(tx, actor, body),
  find: ({ tx, actor, params }) => findDataExport(tx, actor, params.job_identifier),
  cancel: ({ tx, actor, params }) => cancelDataExport(tx, actor, params.job_identifier),
  download: ({ tx, actor, params }) => downloadDataExport(tx, actor, params.job_identifier),
})
