import type { Note } from '@guichet/contract/models/note.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { NoteRow } from './note.sql.ts'

export type NoteView = Static<typeof Note>

export const viewNote = (row: NoteRow): NoteView => ({
  type: 'note',
  id: String(row.id),
  created_at: row.created_at,
  ...(row.contact_id !== null && { contact: { type: 'contact', id: row.contact_id } }),
  ...(row.company_id !== null && { company: { type: 'company', id: row.company_id } }),
  author: viewAuthor(row),
  body: row.body,
})

const viewAuthor = (row: NoteRow): NoteView['author'] =>
  row.admin_id === null
    ? null
    : {
        type: 'admin',
        id: String(row.admin_id),
        name: row.admin_name ?? '',
        email: row.admin_email ?? '',
        away_mode_enabled: row.away_mode_enabled ?? false,
        away_mode_reassign: row.away_mode_reassign ?? false,
      }
