export { findWhatsappStatus, listMessageStatuses } from './message-status.ts'
export { recordWhatsappMessage, type WhatsappMessage } from './record-whatsapp-message.ts'
