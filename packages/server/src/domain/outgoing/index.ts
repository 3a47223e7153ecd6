export { type Enqueued, enqueueMail, enqueueText, isAddress, type NewMail, type NewText } from './enqueue.ts'
export { listOutbox, readOutgoing, sendAgain } from './outbox.ts'
export { OUTGOING_CHANNEL } from './outgoing.sql.ts'
export { forgetOutgoing, type Sending, sendOutgoing, type Told } from './send.ts'
