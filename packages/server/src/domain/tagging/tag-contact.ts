import type { AppliedTag } from '@guichet/contract/models/tag.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { type ContactRef, requireContact } from '../contact/index.ts'
import { applyTag, liftTag, mayReadTags, mayWriteTags, tagsOn } from '../tag/index.ts'
import { contactTagged, contactUntagged } from './tagging.events.ts'

type AppliedTagView = Static<typeof AppliedTag>

/** Which contact, which tag. */
export interface ContactTagging {
  contactId: string
  tagId: string
}

/** The tags of a contact, the latest applied first. 404 for no such contact. */
export async function listContactTags(tx: Tx, actor: Actor, contactId: string) {
  mayReadTags(actor)
  const { id } = await requireContact(tx, actor, contactId)
  const tags = await tagsOn(tx, actor.workspace.id, 'contact', [id])
  return { type: 'list' as const, data: tags.get(id) ?? [] }
}

/** Tags a contact. 404 for no such contact or tag. */
export async function tagContact(tx: Tx, actor: Actor, input: ContactTagging): Promise<AppliedTagView> {
  mayWriteTags(actor)
  const contact = await requireContact(tx, actor, input.contactId)
  const { tag, changed } = await applyTag(tx, actor, { on: on(contact), tagId: input.tagId })
  if (changed) await append(tx, actor, contactTagged(contact, tag))
  return tag
}

/** Takes a tag off a contact. 404 for no such contact or tag. */
export async function untagContact(tx: Tx, actor: Actor, input: ContactTagging): Promise<AppliedTagView> {
  mayWriteTags(actor)
  const contact = await requireContact(tx, actor, input.contactId)
  const { tag, changed } = await liftTag(tx, actor, { on: on(contact), tagId: input.tagId })
  if (changed) await append(tx, actor, contactUntagged(contact, tag))
  return tag
}

const on = (contact: ContactRef) => ({ type: 'contact', id: contact.id }) as const
