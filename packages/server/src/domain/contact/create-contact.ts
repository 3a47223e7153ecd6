import { missing } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { objectId } from '../../db/ids.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import { withReferences } from '../custom-object/index.ts'
import { checkCustomAttributes } from '../data-attribute/index.ts'
import { contactCreated } from './contact.events.ts'
import { type ContactRequest, readFields, readRole } from './contact.fields.ts'
import { insertUnlessTaken } from './contact.identity.ts'
import { mayWriteContacts } from './contact.policy.ts'
import { type ContactView, viewContact } from './contact.view.ts'

/** Makes a user, or a lead where the request says so. 409 when a user like that exists, 400 for a user without identity. */
export async function createContact(tx: Tx, actor: Actor, request: ContactRequest): Promise<ContactView> {
  mayWriteContacts(actor)
  const role = readRole(request.role) ?? 'user'
  const fields = await readFields(tx, actor, request)
  if (role === 'user' && !fields.email && !fields.external_id)
    throw missing('email', 'A user needs an email or an external_id')
  const { custom_attributes } = request
  const values = await checkCustomAttributes(tx, actor, { model: 'contact', values: custom_attributes ?? {} })
  const id = objectId(actor.now)
  const contact = {
    ...fields,
    ...{ workspace_id: actor.workspace.id, id, role, created_at: actor.now, updated_at: actor.now },
    custom_attributes: json(withoutNulls(values)),
  }
  const created = contactCreated({ id, role, external_id: fields.external_id ?? null })
  const row = await insertUnlessTaken(tx, actor, contact, created)
  const [shown = row] = await withReferences(tx, actor.workspace.id, [row])
  return viewContact({ ...shown, ...NOTHING_YET })
}

/** What hangs on a contact when it is new. */
const NOTHING_YET = { tags: null, notes: null, companies: null, opted_out: null, opted_in: null }

/** An attribute that was cleared is not stored at all. */
export const withoutNulls = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
