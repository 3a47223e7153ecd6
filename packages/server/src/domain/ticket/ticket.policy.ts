import { permission } from '../permission.ts'

export const mayReadTickets = permission('read_tickets')
export const mayWriteTickets = permission('write_tickets')
export const mayNoteInTickets = permission('write_tickets', 'write_notes')
