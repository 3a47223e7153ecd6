import { tagsSkipMissing } from '@guichet/contract/changes/gates.ts'
import { errors, type Kind, problem } from '@guichet/contract/errors.ts'
import type { TagCreated } from '@guichet/contract/models/tag.ts'
import type { CreateTagRequest } from '@guichet/contract/operations/tags.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { findNamedCompanies } from '../company/index.ts'
import { findContacts } from '../contact/index.ts'
import { applyTagTo, createOrFindTag, liftTagFrom, mayWriteTags, renameTag } from '../tag/index.ts'
import { contactTagged, contactUntagged } from './tagging.events.ts'

type TagRequest = Static<typeof CreateTagRequest>
type CompanyToTag = NonNullable<TagRequest['companies']>[number]
type ContactToTag = NonNullable<TagRequest['users']>[number]
type TagCreatedView = Static<typeof TagCreated>

interface TagRef {
  id: string
  name: string
}

/** Whether an object has the tag from now on. */
interface Wish {
  id: string
  tagged: boolean
}

/**
 * The five things `POST /tags` does, told apart by what is in the body: creates or finds a tag, renames one, or tags
 * and untags companies or contacts with one. An object that does not exist is a 404 for the whole request, or is passed
 * over from 2.16 on.
 */
export async function createOrTag(tx: Tx, actor: Actor, request: TagRequest): Promise<TagCreatedView> {
  mayWriteTags(actor)
  const { id, name, companies, users } = request
  if (!name) throw problem(errors.tagParametersInvalid)
  if (!users && !companies) return id ? renameTag(tx, actor, id, name) : createOrFindTag(tx, actor, name)
  const tag = await createOrFindTag(tx, actor, name)
  return {
    ...tag,
    users: await tagContacts(tx, actor, tag, users ?? []),
    companies: await tagCompanies(tx, actor, tag, companies ?? []),
  }
}

/** Tags things by the name of a tag, which is made where there is none. Answers the tag, and what did not have it before. */
export async function tagByName(
  tx: Tx,
  actor: Actor,
  { name, type, ids }: { name: string; type: 'contact' | 'company'; ids: string[] },
): Promise<{ tag: TagRef; tagged: Set<string> }> {
  mayWriteTags(actor)
  const tag = await createOrFindTag(tx, actor, name)
  const tagged = await applyTagTo(tx, actor, { type, ids, tagId: tag.id })
  if (type === 'contact') {
    const contacts = await findContacts(tx, actor, [...tagged])
    await append(tx, actor, ...contacts.map(contact => contactTagged(contact, tag)))
  }
  return { tag, tagged }
}

async function tagContacts(tx: Tx, actor: Actor, tag: TagRef, asked: ContactToTag[]): Promise<Wish[]> {
  const found = await findContacts(
    tx,
    actor,
    asked.flatMap(({ id }) => id ?? []),
  )
  const byId = new Map(found.map(contact => [contact.id, contact]))
  const wishes = asked.flatMap(({ id, untag }) =>
    wishFor(actor, byId.get(id ?? ''), untag, errors.contactNotFound),
  )
  const { tagged, untagged } = await grant(tx, actor, { type: 'contact', tag, wishes })
  await append(
    tx,
    actor,
    ...found.filter(({ id }) => tagged.has(id)).map(contact => contactTagged(contact, tag)),
    ...found.filter(({ id }) => untagged.has(id)).map(contact => contactUntagged(contact, tag)),
  )
  return wishes
}

async function tagCompanies(tx: Tx, actor: Actor, tag: TagRef, asked: CompanyToTag[]): Promise<Wish[]> {
  const found = await findNamedCompanies(tx, actor, asked)
  const byId = new Map(found.map(company => [company.id, company]))
  const byCompanyId = new Map(found.map(company => [company.company_id, company]))
  const wishes = asked.flatMap(({ id, company_id, untag }) => {
    const company = id === undefined ? byCompanyId.get(company_id ?? '') : byId.get(id)
    return wishFor(actor, company, untag, errors.companyNotFound)
  })
  await grant(tx, actor, { type: 'company', tag, wishes })
  return wishes
}

function wishFor(
  actor: Actor,
  found: { id: string } | undefined,
  untag: boolean | undefined,
  missing: Kind,
): Wish[] {
  if (found) return [{ id: found.id, tagged: !untag }]
  if (!actor.gates.has(tagsSkipMissing)) throw problem(missing)
  return []
}

/** Tags and untags; of two wishes for one object the later counts. Answers which objects changed by it. */
async function grant(
  tx: Tx,
  actor: Actor,
  { type, tag, wishes }: { type: 'contact' | 'company'; tag: TagRef; wishes: Wish[] },
): Promise<{ tagged: Set<string>; untagged: Set<string> }> {
  const last = [...new Map(wishes.map(({ id, tagged }) => [id, tagged]))]
  const ids = (wanted: boolean) => last.flatMap(([id, tagged]) => (tagged === wanted ? [id] : []))
  return {
    tagged: await applyTagTo(tx, actor, { type, ids: ids(true), tagId: tag.id }),
    untagged: await liftTagFrom(tx, actor, { type, ids: ids(false), tagId: tag.id }),
  }
}
