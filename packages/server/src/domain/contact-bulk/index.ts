export {
  bulkCreateContacts,
  bulkDeleteContacts,
  bulkUpdateContacts,
  findContactBulk,
} from './contact-bulk.ts'
export { runContactTask } from './run-contact-task.ts'
