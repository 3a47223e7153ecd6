export { beginConversation } from './begin-conversation.ts'
export { createMessage } from './message.ts'
export { recordHandover } from './record-handover.ts'
export { type Receipt, recordReceipt } from './record-receipt.ts'
