export {
  bulkDeleteCompanies,
  bulkSaveCompanies,
  bulkUpdateCompanies,
  findCompanyBulk,
} from './company-bulk.ts'
export { runCompanyTask } from './run-company-task.ts'
