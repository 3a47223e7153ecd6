export { addParticipants } from './participants.ts'
export { attachContact, detachContact } from './participation.ts'
