import { Problem } from '@guichet/contract/errors.ts'
import {
  BulkCreateContactsRequest,
  BulkUpdateContactsRequest,
} from '@guichet/contract/operations/contact-bulk.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { Compile } from 'typebox/schema'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type Item, onlyListed, runTask } from '../bulk/index.ts'
import { findCompany, saveCompany } from '../company/index.ts'
import { createContact, deleteContact, updateContact } from '../contact/index.ts'
import { attachContact, detachContact } from '../membership/index.ts'
import { tagContact, untagContact } from '../tagging/index.ts'

/** Does a task of a bulk job of contacts. */
export const runContactTask = (tx: Tx, actor: Actor, request: unknown): Promise<null> =>
  runTask(tx, actor, request, { create, update, delete: remove })

type CreateItem = Static<typeof BulkCreateContactsRequest>['contacts'][number]

async function create(tx: Tx, actor: Actor, item: Item): Promise<void> {
  const listed = onlyListed(item, CREATE)
  if (!creates.Check(listed)) throw unreadable()
  const { companies, tags, ...fields } = listed
  const { id } = await createContact(tx, actor, fields)
  await surround(tx, actor, id, { companies, tags })
}

async function update(tx: Tx, actor: Actor, item: Item): Promise<void> {
  const listed = onlyListed(item, UPDATE)
  if (!updates.Check(listed)) throw unreadable()
  const { id, companies, tags, ...fields } = listed
  await updateContact(tx, actor, { id, request: fields })
  await surround(tx, actor, id, { companies, tags })
}

async function remove(tx: Tx, actor: Actor, item: Item): Promise<void> {
  await deleteContact(tx, actor, String(item['id']))
}

interface Surroundings {
  companies: CreateItem['companies'] | undefined
  tags: CreateItem['tags'] | undefined
}

async function surround(
  tx: Tx,
  actor: Actor,
  contactId: string,
  { companies = [], tags }: Surroundings,
): Promise<void> {
  for (const company of companies) await join(tx, actor, contactId, company)
  for (const { id } of tags?.add ?? []) await atBest(() => tagContact(tx, actor, { contactId, tagId: id }))
  for (const { id } of tags?.remove ?? [])
    await atBest(() => untagContact(tx, actor, { contactId, tagId: id }))
}

async function join(
  tx: Tx,
  actor: Actor,
  contactId: string,
  { company_id, name, remove: leave }: NonNullable<CreateItem['companies']>[number],
): Promise<void> {
  if (leave) {
    const company = await findCompany(tx, actor, { company_id })
    if (company) await detachContact(tx, actor, { contactId, companyId: company.id })
    return
  }
  const { id } = await saveCompany(tx, actor, { company_id, ...(name != null && { name }) })
  await attachContact(tx, actor, { contactId, companyId: id })
}

/** Tags are applied as far as that goes: one that is not there is passed over. */
async function atBest(tagging: () => Promise<unknown>): Promise<void> {
  try {
    await tagging()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

const CREATE = BulkCreateContactsRequest.properties.contacts.items
const UPDATE = BulkUpdateContactsRequest.properties.contacts.items
const creates = Compile(CREATE)
const updates = Compile(UPDATE)

const unreadable = () => new Error('an item of a bulk job is not what was checked when it came')
