import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { definedAttributes } from '../data-attribute/index.ts'
import type { DueImport } from './csv-import.sql.ts'
import type { Found, Numbered } from './found.ts'
import { importContacts } from './import-contacts.ts'
import { importCompanies } from './import-one.ts'

/** Takes some rows of a file by the rules of the API. */
export async function importRows(tx: Tx, actor: Actor, due: DueImport, batch: Numbered[]): Promise<Found> {
  const attributes = await definedAttributes(tx, actor.workspace.id, due.model)
  const reading = { model: due.model, mapping: due.mapping, role: due.role, attributes }
  return (due.model === 'contact' ? importContacts : importCompanies)(tx, actor, reading, batch)
}
