export { countInbox } from './count.ts'
export { listInbox } from './list.ts'
