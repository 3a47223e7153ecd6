import { invalid } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { append, type Happening } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { checkCustomAttributes } from '../data-attribute/index.ts'
import {
  contactSubscribed,
  contactUnsubscribed,
  contactUpdated,
  emailUpdated,
  leadAddedEmail,
  leadSignedUp,
} from './contact.events.ts'
import { type ContactRequest, readFields, readRole } from './contact.fields.ts'
import { updateUnlessTaken } from './contact.identity.ts'
import { mayWriteContacts } from './contact.policy.ts'
import type { ContactPatch, StoredContact } from './contact.sql.ts'
import { type ContactView, type ViewOptions, viewOneContact } from './contact.view.ts'
import { withoutNulls } from './create-contact.ts'
import { holdContact } from './hold-contact.ts'

export interface ContactUpdate extends ViewOptions {
  id: string
  request: ContactRequest
}

/**
 * Changes what the request names and leaves the rest; custom attributes are merged one by one. A lead can become a
 * user, never the other way. 404 for no such contact, 409 when a user like that exists.
 */
export async function updateContact(
  tx: Tx,
  actor: Actor,
  { id, request, ...options }: ContactUpdate,
): Promise<ContactView> {
  mayWriteContacts(actor)
  const before = await holdContact(tx, actor, id)
  const patch = await readPatch(tx, actor, before, request)
  await updateUnlessTaken(tx, actor, before, patch)
  await append(tx, actor, ...happenings(before, { ...before, ...patch }))
  return viewOneContact(tx, actor, id, options)
}

async function readPatch(
  tx: Tx,
  actor: Actor,
  before: StoredContact,
  request: ContactRequest,
): Promise<ContactPatch> {
  const fields = await readFields(tx, actor, request)
  const role = readRole(request.role) === 'user' || before.role === 'user' ? 'user' : 'lead'
  const { email, external_id } = { ...before, ...fields }
  if (role === 'user' && !email && !external_id)
    throw invalid('A user needs an email or an external_id', 'email')
  const values = await checkCustomAttributes(tx, actor, {
    ...{ model: 'contact', values: request.custom_attributes ?? {} },
  })
  return {
    ...fields,
    ...{ role, updated_at: actor.now },
    ...(Object.keys(values).length > 0 && {
      custom_attributes: json(merged(before.custom_attributes, values)),
    }),
  }
}

const merged = (stored: unknown, values: Record<string, unknown>) =>
  withoutNulls({ ...(typeof stored === 'object' && stored), ...values })

interface Told {
  id: string
  role: string
  email: string | null
  external_id: string | null
  unsubscribed_from_emails: boolean
}

/** What a change comes to. */
export function happenings(before: Told, after: Told): Happening[] {
  const { email } = after
  return [
    ...(before.role === 'lead' && after.role === 'user' ? [leadSignedUp(after)] : [contactUpdated(after)]),
    ...(before.role === 'lead' && before.email === null && email !== null ? [leadAddedEmail(after)] : []),
    ...(before.email !== null && email !== before.email ? [emailUpdated(after, before.email)] : []),
    ...(!before.unsubscribed_from_emails && after.unsubscribed_from_emails
      ? [contactUnsubscribed(after)]
      : []),
    ...(before.unsubscribed_from_emails && !after.unsubscribed_from_emails ? [contactSubscribed(after)] : []),
  ]
}
