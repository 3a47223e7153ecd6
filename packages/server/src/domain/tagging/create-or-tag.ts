import { tagsSkipMissing } from '@guichet/contract/changes/gates.ts'
import { errors, problem } from '@guichet/contract/errors.ts'
import type { TagCreated } from '@guichet/contract/models/tag.ts'
import type { CreateTagRequest } from '@guichet/contract/operations/tags.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { findCompany } from '../company/index.ts'
import { findContact } from '../contact/index.ts'
import { applyTag, createOrFindTag, liftTag, renameTag } from '../tag/index.ts'
import { contactTagged, contactUntagged } from './tagging.events.ts'

type TagRequest = Static<typeof CreateTagRequest>
type CompanyToTag = NonNullable<TagRequest['companies']>[number]
type ContactToTag = NonNullable<TagRequest['users']>[number]
type TagCreatedView = Static<typeof TagCreated>
interface Tagged {
  id: string
  tagged: boolean
}

/**
 * The five things `POST /tags` does, told apart by what is in the body: creates or finds a tag, renames one, or tags and untags companies or contacts with one. An object that does not
 * exist is a 404 for the whole request, or is passed over from 2.16 on.
 */
export async function createOrTag(tx: Tx, actor: Actor, request: TagRequest): Promise<TagCreatedView> {
  const { id, name, companies, users } = request
  if (!name) throw problem(errors.tagParametersInvalid)
  if (!users && !companies) return id ? renameTag(tx, actor, id, name) : createOrFindTag(tx, actor, name)
  const tag = await createOrFindTag(tx, actor, name)
  return {
    ...tag,
    users: await tagEach(tx, actor, tag.id, users ?? [], tagUser),
    companies: await tagEach(tx, actor, tag.id, companies ?? [], tagCompany),
  }
}

type TagOne<T> = (tx: Tx, actor: Actor, tagId: string, one: T) => Promise<Tagged | undefined>

async function tagEach<T>(
  tx: Tx,
  actor: Actor,
  tagId: string,
  all: T[],
  tagOne: TagOne<T>,
): Promise<Tagged[]> {
  const done: Tagged[] = []
  for (const one of all) {
    const tagged = await tagOne(tx, actor, tagId, one)
    if (tagged) done.push(tagged)
  }
  return done
}

async function tagUser(
  tx: Tx,
  actor: Actor,
  tagId: string,
  { id, untag }: ContactToTag,
): Promise<Tagged | undefined> {
  const contact = id === undefined ? undefined : await findContact(tx, actor, id)
  if (!contact) return passOver(actor, errors.contactNotFound)
  const { tag, changed } = await (untag ? liftTag : applyTag)(tx, actor, {
    on: { type: 'contact', id: contact.id },
    tagId,
  })
  if (changed) await append(tx, actor, (untag ? contactUntagged : contactTagged)(contact, tag))
  return { id: contact.id, tagged: !untag }
}

async function tagCompany(
  tx: Tx,
  actor: Actor,
  tagId: string,
  one: CompanyToTag,
): Promise<Tagged | undefined> {
  const company = await findCompany(tx, actor, one)
  if (!company) return passOver(actor, errors.companyNotFound)
  await (one.untag ? liftTag : applyTag)(tx, actor, { on: { type: 'company', id: company.id }, tagId })
  return { id: company.id, tagged: !one.untag }
}

function passOver(
  actor: Actor,
  missing: typeof errors.contactNotFound | typeof errors.companyNotFound,
): undefined {
  if (!actor.gates.has(tagsSkipMissing)) throw problem(missing)
}
