export { type BulkNoun, enqueueTask, findBulkJob, type NewTask } from './bulk.ts'
export { type Item, onlyListed, runTask } from './run-task.ts'
