import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { requireCompany } from '../company/index.ts'
import { requireContact } from '../contact/index.ts'
import { mayReadNotes, mayWriteNotes, type NoteView, notesOn, writeNote } from '../note/index.ts'
import type { PageQuery } from '../paging.ts'

/** A note to write, and the admin who does: the token's own when none is named. */
export interface NoteInput {
  body: string
  adminId: string | undefined
}

/** The notes on a contact. 404 for no such contact. */
export async function listContactNotes(tx: Tx, actor: Actor, contactId: string, query: PageQuery) {
  mayReadNotes(actor)
  const { id } = await requireContact(tx, actor, contactId)
  return notesOn(tx, actor, { on: { type: 'contact', id }, path: `/contacts/${id}/notes`, query })
}

/** Writes a note on a contact. 404 for no such contact or admin. */
export async function noteContact(
  tx: Tx,
  actor: Actor,
  contactId: string,
  note: NoteInput,
): Promise<NoteView> {
  mayWriteNotes(actor)
  const { id } = await requireContact(tx, actor, contactId)
  return writeNote(tx, actor, { on: { type: 'contact', id }, ...note })
}

/** The notes on a company. 404 for no such company. */
export async function listCompanyNotes(tx: Tx, actor: Actor, companyId: string, query: PageQuery) {
  mayReadNotes(actor)
  const { id } = await requireCompany(tx, actor, companyId)
  return notesOn(tx, actor, { on: { type: 'company', id }, path: `/companies/${id}/notes`, query })
}

/** Writes a note on a company. 404 for no such company or admin. */
export async function noteCompany(
  tx: Tx,
  actor: Actor,
  companyId: string,
  note: NoteInput,
): Promise<NoteView> {
  mayWriteNotes(actor)
  const { id } = await requireCompany(tx, actor, companyId)
  return writeNote(tx, actor, { on: { type: 'company', id }, ...note })
}
