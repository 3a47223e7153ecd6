export { deleteOldRequests, insertRequests } from './keep.sql.ts'
export { RequestBatch } from './request-batch.ts'
export { countRequests, listRequests } from './request-log.ts'
export { listVersions } from './versions.ts'
