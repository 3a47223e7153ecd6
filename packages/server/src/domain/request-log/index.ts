export { deleteOldRequests, insertRequests, type RequestEntry } from './keep.sql.ts'
export { countRequests, listRequests } from './request-log.ts'
export { listVersions } from './versions.ts'
