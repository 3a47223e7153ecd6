import { companyBulk } from '@guichet/contract/operations/company-bulk.ts'
import {
  bulkDeleteCompanies,
  bulkSaveCompanies,
  bulkUpdateCompanies,
  findCompanyBulk,
} from '../domain/company-bulk/index.ts'
import { handlers } from './handlers.ts'

export const companyBulkRoutes = handlers(companyBulk, {
  create: ({ tx, actor, body }) => bulkSaveCompanies(tx, actor, body),
  update: ({ tx, actor, body }) => bulkUpdateCompanies(tx, actor, body),
  delete: ({ tx, actor, body }) => bulkDeleteCompanies(tx, actor, body),
  find: ({ tx, actor, params }) => findCompanyBulk(tx, actor, params.id),
})
