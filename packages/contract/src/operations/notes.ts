import { Note, NoteList } from '../models/note.ts'
import { family } from '../operation.ts'
import { IdInput, model, nullable, optional, Type } from '../schema.ts'
import { linkedPageQuery } from './paging.ts'

export const CreateNoteRequest = model('create_note_request', {
  body: Type.String(),
  admin_id: optional(nullable(IdInput())),
})

export const notes = family({
  listForContact: {
    method: 'GET',
    path: '/contacts/{id}/notes',
    scope: 'read_users_and_companies',
    summary: 'Notes on a contact',
    query: Type.Object({ ...linkedPageQuery }),
    answer: NoteList,
  },
  createForContact: {
    method: 'POST',
    path: '/contacts/{id}/notes',
    scope: 'read_write_users',
    orScope: 'write_notes',
    summary: 'Write a note on a contact',
    body: CreateNoteRequest,
    answer: Note,
  },
  listForCompany: {
    method: 'GET',
    path: '/companies/{company_id}/notes',
    since: '2.15',
    scope: 'read_users_and_companies',
    summary: 'Notes on a company',
    query: Type.Object({ ...linkedPageQuery }),
    answer: NoteList,
  },
  createForCompany: {
    method: 'POST',
    path: '/companies/{company_id}/notes',
    since: '2.16',
    scope: 'read_write_users',
    orScope: 'write_notes',
    summary: 'Write a note on a company',
    body: CreateNoteRequest,
    answer: Note,
  },
  find: {
    method: 'GET',
    path: '/notes/{id}',
    scope: 'read_users_and_companies',
    summary: 'One note',
    answer: Note,
  },
})
