export { addParticipants } from './participants.ts'
export { contactAttached } from './participation.events.ts'
export { attachContact, detachContact } from './participation.ts'
