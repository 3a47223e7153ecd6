import type { CreateContactRequest } from '@guichet/contract/operations/contacts.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { deleteContacts, holdContacts, type StoredContact, updateContact } from '../contact/index.ts'
import { detachContact } from '../membership/index.ts'
import { untagContact } from '../tagging/index.ts'
import type { Change, Kept } from './changes.sql.ts'
import type { ImportRow } from './csv-import.sql.ts'
import { addedSince, changedSince, type State, stateOfContact } from './state.ts'
import { selectUses, type Uses } from './uses.sql.ts'
import { withoutRefusal } from './without-refusal.ts'

interface Back {
  file: ImportRow
  changes: Change[]
}

/** Takes back what was done to some people; those who stay as they are. */
export async function takeBackContacts(tx: Tx, actor: Actor, { file, changes }: Back): Promise<Kept[]> {
  if (changes.length === 0) return []
  const ids = changes.map(({ object_id }) => object_id)
  const held = new Map((await holdContacts(tx, actor, ids)).map(row => [row.id, row]))
  const uses = await selectUses(tx, actor.workspace.id, { ids, tagId: file.tag_id ?? 0 })
  const kept: Kept[] = []
  const going: StoredContact[] = []
  for (const change of changes) {
    const now = held.get(change.object_id)
    // Who is gone already, or lives on in somebody else, has nothing left that the import did.
    if (!now) continue
    const { before } = change
    const why = before
      ? await restore(tx, actor, { file, change, now, before })
      : whyStays(change, now, uses.get(now.id))
    if (why) kept.push({ type: 'contact', id: now.id, ...why })
    else if (!before) going.push(now)
  }
  await deleteContacts(tx, actor, going)
  return kept
}

type Why = Pick<Kept, 'reason' | 'details'>

/** Why somebody whom the import made stays. */
function whyStays(change: Change, now: StoredContact, uses: Uses | undefined): Why | undefined {
  const state = stateOfContact(now)
  const since = [...changedSince(change.after, state), ...addedSince(change.after, state)]
  // Who was seen or has written has come by themselves; all else somebody changed.
  const changed = since.filter(name => !name.startsWith('last_'))
  if (changed.length > 0) return { reason: 'changed', details: changed.join(', ') }
  if (since.length > 0 || uses?.isUsed || uses?.companies.some(id => !change.companies.includes(id)))
    return { reason: 'in_use', details: null }
  return undefined
}

async function restore(
  tx: Tx,
  actor: Actor,
  { file, change, now, before }: { file: ImportRow; change: Change; now: StoredContact; before: State },
): Promise<Why | undefined> {
  // That somebody was seen since is no change by anybody, and stays.
  const { last_seen_at: seen, ...fields } = change.after.fields
  const isSeenSince = seen !== undefined && seen !== now.last_seen_at
  const changed = changedSince({ ...change.after, fields }, stateOfContact(now))
  if (changed.length > 0) return { reason: 'changed', details: changed.join(', ') }
  const request = requestOf(before, now, isSeenSince)
  return withoutRefusal(tx, async () => {
    if (Object.keys(request).length > 0) await updateContact(tx, actor, { id: now.id, request })
    for (const companyId of new Set(change.companies))
      await withoutRefusal(tx, () => detachContact(tx, actor, { contactId: now.id, companyId }))
    if (change.tagged && file.tag_id !== null) {
      const tagId = String(file.tag_id)
      await withoutRefusal(tx, () => untagContact(tx, actor, { contactId: now.id, tagId }))
    }
  })
}

type Request = Static<typeof CreateContactRequest>

/** What is to be said of somebody, that they are what they were. */
function requestOf({ fields, attributes }: State, now: StoredContact, isSeenSince: boolean): Request {
  const text = (name: 'external_id' | 'phone' | 'name'): Request =>
    name in fields ? { [name]: textOf(fields[name]) } : {}
  const time = (name: 'signed_up_at' | 'last_seen_at'): Request =>
    name in fields ? { [name]: fields[name] === null ? null : Number(fields[name]) } : {}
  const email = 'email' in fields ? textOf(fields['email']) : now.email
  const isAboutEmail = 'email' in fields || 'email_verified' in fields
  return {
    ...{ ...text('external_id'), ...text('phone'), ...text('name') },
    ...{ ...time('signed_up_at'), ...(isSeenSince ? {} : time('last_seen_at')) },
    ...(isAboutEmail && { email }),
    ...(isAboutEmail && email && { email_verified: fields['email_verified'] === true }),
    ...('owner_id' in fields && { owner_id: textOf(fields['owner_id']) }),
    ...('unsubscribed_from_emails' in fields && {
      unsubscribed_from_emails: fields['unsubscribed_from_emails'] === true,
    }),
    ...(Object.keys(attributes).length > 0 && { custom_attributes: attributes }),
  }
}

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value)
