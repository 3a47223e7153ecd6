export { type InboxViewRow, selectViewsFor } from './inbox-view.sql.ts'
export { createInboxView, deleteInboxView, updateInboxView } from './inbox-view.ts'
export { viewInboxView } from './inbox-view.view.ts'
