import { notes } from '@guichet/contract/operations/notes.ts'
import { findNote } from '../domain/note/index.ts'
import { listCompanyNotes, listContactNotes, noteCompany, noteContact } from '../domain/noting/index.ts'
import { handlers } from './handlers.ts'

export const noteRoutes = handlers(notes, {
  listForContact: ({ tx, actor, params, query }) => listContactNotes(tx, actor, params.id, query),
  createForContact: ({ tx, actor, params, body }) => noteContact(tx, actor, params.id, inputOf(body)),
  listForCompany: ({ tx, actor, params, query }) => listCompanyNotes(tx, actor, params.company_id, query),
  createForCompany: ({ tx, actor, params, body }) => noteCompany(tx, actor, params.company_id, inputOf(body)),
  find: ({ tx, actor, params }) => findNote(tx, actor, params.id),
})

const inputOf = (body: { body: string; admin_id?: string | null }) => ({
  body: body.body,
  adminId: body.admin_id ?? undefined,
})
