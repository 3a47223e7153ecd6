import { model, nullable, optional, since, Timestamp, Type } from '../schema.ts'
import { Admin } from './admin.ts'
import { pageOf } from './list.ts'
import { Reference } from './reference.ts'

/** A note of an admin on a contact or a company. */
export const Note = model('note', {
  type: Type.Literal('note'),
  id: Type.String(),
  created_at: Timestamp(),
  contact: optional(nullable(Reference)),
  company: since('2.15', optional(nullable(Reference))),
  author: nullable(Admin),
  body: Type.String(),
})

export const NoteList = pageOf('note_list', Note)
