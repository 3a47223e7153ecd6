import { permission } from '../permission.ts'

export const mayReadTicketTypes = permission('read_tickets')
export const mayWriteTicketTypes = permission('write_tickets')
