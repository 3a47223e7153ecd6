export { mayReadNotes, mayWriteNotes } from './note.policy.ts'
export type { Noted } from './note.sql.ts'
export { findNote, newestNotes, notesOn, writeNote } from './note.ts'
export type { NoteView } from './note.view.ts'
