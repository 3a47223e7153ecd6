export { importSourceDeleted } from './import-source.events.ts'
export { mayReadContent, mayWriteContent } from './import-source.policy.ts'
export { markSynced, requireImportSource } from './import-source.require.ts'
export { deleteSourceRow } from './import-source.sql.ts'
export {
  addWebsiteSource,
  createImportSource,
  findImportSource,
  listImportSources,
  type SourceView,
  updateImportSource,
  viewImportSources,
} from './import-source.ts'
