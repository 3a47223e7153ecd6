import { fieldsOf } from '@guichet/contract/fields.ts'
import type { Tx } from '../../db/database.ts'
import { objectId } from '../../db/ids.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { type AttributeDefinition, readCustomAttributes } from '../data-attribute/index.ts'
import { contactCreated } from './contact.events.ts'
import { type ContactRequest, readFields } from './contact.fields.ts'
import { claims, conflict } from './contact.identity.ts'
import { mayWriteContacts } from './contact.policy.ts'
import type { ContactPatch, StoredContact } from './contact.sql.ts'
import { withoutNulls } from './create-contact.ts'
import { normalEmail } from './email.ts'
import { insertContacts, lockContacts, type ManyColumns, updateContacts } from './many-contacts.sql.ts'
import { happenings } from './update-contact.ts'

/** What a request says of a contact, checked. */
export interface ContactDraft {
  fields: ContactPatch
  values: Record<string, unknown>
}

/** Reads requests as making and changing a contact do, asking for each owner once; it throws what they would refuse. */
export function contactReader(
  tx: Tx,
  actor: Actor,
  attributes: ReadonlyMap<string, AttributeDefinition>,
): (request: ContactRequest) => Promise<ContactDraft> {
  mayWriteContacts(actor)
  const owners = new Map<string | null, Promise<ContactPatch>>()
  const readOwner = (owner_id: string | null): Promise<ContactPatch> => {
    const known = owners.get(owner_id) ?? readFields(tx, actor, { owner_id })
    owners.set(owner_id, known)
    return known
  }
  return async ({ custom_attributes, owner_id, ...request }) => {
    const owner = owner_id === undefined ? {} : await readOwner(owner_id)
    return {
      fields: { ...(await readFields(tx, actor, request)), ...owner },
      values: await readCustomAttributes(tx, actor, {
        ...{ model: 'contact', defined: attributes, values: custom_attributes ?? {} },
      }),
    }
  }
}

/** Those who are there under some external ids or addresses, visitors included, held until the transaction ends. */
export const holdContactsNamed = (
  tx: Tx,
  actor: Actor,
  { externalIds, emails }: { externalIds: string[]; emails: string[] },
): Promise<StoredContact[]> =>
  lockContacts(tx, actor.workspace.id, { externalIds, emails: emails.map(normalEmail) })

/** Those of some ids that are there, held until the transaction ends. */
export const holdContacts = (tx: Tx, actor: Actor, ids: string[]): Promise<StoredContact[]> =>
  lockContacts(tx, actor.workspace.id, { ids })

/** Makes many contacts. In the place of each whose identity a user has stands why it cannot be. */
export async function addContacts(
  tx: Tx,
  actor: Actor,
  { role, drafts }: { role: 'user' | 'lead'; drafts: ContactDraft[] },
): Promise<(StoredContact | Error)[]> {
  mayWriteContacts(actor)
  if (drafts.length === 0) return []
  const rows = drafts.map(({ fields, values }) => ({
    ...{ ...EMPTY, ...columnsOf(fields), id: objectId(actor.now) },
    custom_attributes: withoutNulls(values),
  }))
  const made = new Map((await insertContacts(tx, actor, role, rows)).map(row => [row.id, row]))
  await append(tx, actor, ...made.values().map(contactCreated))
  const outcomes: (StoredContact | Error)[] = []
  for (const row of rows) outcomes.push(made.get(row.id) ?? (await conflict(tx, actor, row)))
  return outcomes
}

const EMPTY = {
  ...{
    external_id: null,
    email: null,
    email_verified: false,
    phone: null,
    formatted_phone: null,
    name: null,
  },
  ...{ owner_id: null, signed_up_at: null, last_seen_at: null, unsubscribed_from_emails: false },
}

/** The columns of a patch that are written of many. */
const columnsOf = (fields: ContactPatch): Partial<ManyColumns> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name in EMPTY))

interface ContactChange {
  before: StoredContact
  draft: ContactDraft
}

/** Whether a change asks for an identity that has to be unique, and is one to be made by itself. */
export const claimsIdentity = ({ before, draft }: ContactChange): boolean => claims(before, draft.fields)

/** Changes many contacts that are held, none of which claims an identity: what a draft leaves out stays. */
export async function changeContacts(
  tx: Tx,
  actor: Actor,
  changes: ContactChange[],
): Promise<StoredContact[]> {
  mayWriteContacts(actor)
  if (changes.length === 0) return []
  const rows = changes.map(({ before, draft }) => ({
    ...{ ...before, ...columnsOf(draft.fields) },
    custom_attributes: withoutNulls({ ...fieldsOf(before.custom_attributes), ...draft.values }),
  }))
  const after = new Map((await updateContacts(tx, actor, rows)).map(row => [row.id, row]))
  const pairs = changes.flatMap(({ before }) => {
    const now = after.get(before.id)
    return now ? [{ before, now }] : []
  })
  await append(tx, actor, ...pairs.flatMap(({ before, now }) => happenings(before, now)))
  return pairs.map(({ now }) => now)
}
