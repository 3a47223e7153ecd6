import { Problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { saveCompany } from '../company/index.ts'
import { updateContact } from '../contact/index.ts'
import { checkCustomAttributes, createDataAttribute, definedAttributes } from '../data-attribute/index.ts'
import { attachContact } from '../membership/index.ts'
import { updateVisitor } from '../visitor/index.ts'
import { companiesOf, customOf, textOf, type UserData } from './user-data.ts'

/**
 * Keeps what a page tells of somebody. Unlike the API it defines attributes that are new, and leaves out what it cannot take
 * instead of refusing all: a page that sends one bad value still has a messenger.
 */
export async function describePerson(
  tx: Tx,
  actor: Actor,
  { contactId, role, data }: { contactId: string; role: string; data: UserData },
): Promise<void> {
  const request = { ...fieldsOf(data), ...(await customAttributes(tx, actor, data)) }
  if (Object.keys(request).length > 0) await describe(tx, actor, { contactId, role, request })
  if (role !== 'user') return
  for (const company of companiesOf(data)) await joinCompany(tx, actor, contactId, company)
}

/** A visitor has a name and attributes alone. */
async function describe(
  tx: Tx,
  actor: Actor,
  { contactId, role, request }: { contactId: string; role: string; request: Described },
): Promise<void> {
  const { name, custom_attributes } = request
  if (role !== 'visitor') await updateContact(tx, actor, { id: contactId, request })
  else if (name !== undefined || custom_attributes !== undefined)
    await updateVisitor(tx, actor, {
      id: contactId,
      ...(name !== undefined && { name }),
      ...(custom_attributes !== undefined && { custom_attributes }),
    })
}

interface Described {
  name?: string
  phone?: string
  avatar?: string
  signed_up_at?: number
  unsubscribed_from_emails?: boolean
  custom_attributes?: UserData
}

/** The fields contacts have of their own, where the values are of their kind. */
function fieldsOf(data: UserData): Described {
  const avatar = avatarOf(data['avatar'])
  const name = textOf(data['name'])?.slice(0, 255)
  const phone = textOf(data['phone'])?.slice(0, 255)
  const since = Number(data['created_at'])
  const unsubscribed = data['unsubscribed_from_emails']
  return {
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    ...(avatar !== undefined && { avatar }),
    ...(Number.isSafeInteger(since) && since > 0 && since < LAST_SECOND && { signed_up_at: since }),
    ...(typeof unsubscribed === 'boolean' && { unsubscribed_from_emails: unsubscribed }),
  }
}

/** The year 3000: what is later is not in seconds. */
const LAST_SECOND = 32_503_680_000

function avatarOf(avatar: unknown): string | undefined {
  const url =
    typeof avatar === 'object' && avatar !== null && 'image_url' in avatar ? avatar.image_url : avatar
  return typeof url === 'string' && url.startsWith('https://') && url.length <= 2048 ? url : undefined
}

async function customAttributes(tx: Tx, actor: Actor, data: UserData): Promise<Described> {
  const custom = customOf(data)
  if (Object.keys(custom).length === 0) return {}
  const defined = await definedAttributes(tx, actor.workspace.id, 'contact')
  const kept: UserData = {}
  for (const [name, value] of Object.entries(custom).slice(0, MOST_ATTRIBUTES)) {
    const known = defined.get(name)
    if (known && !known.messenger_writable) continue
    if (!known && !(await define(tx, actor, name, value))) continue
    const read = await taken(
      checkCustomAttributes(tx, actor, { model: 'contact', values: { [name]: value } }),
    )
    if (read) Object.assign(kept, read)
  }
  return Object.keys(kept).length > 0 ? { custom_attributes: kept } : {}
}

const MOST_ATTRIBUTES = 250

/** Defines an attribute by its first value; not where its name is none, or another's. */
async function define(tx: Tx, actor: Actor, name: string, value: unknown): Promise<boolean> {
  const data_type =
    typeof value === 'boolean'
      ? 'boolean'
      : typeof value !== 'number'
        ? 'string'
        : Number.isInteger(value)
          ? 'integer'
          : 'float'
  const request = { name, model: 'contact', data_type, messenger_writable: true }
  return (await taken(createDataAttribute(tx, actor, request))) !== undefined
}

async function joinCompany(
  tx: Tx,
  actor: Actor,
  contactId: string,
  { id, name, data }: { id: string; name: string; data: UserData },
): Promise<void> {
  const text = (key: string) => {
    const value = textOf(data[key])
    return value === undefined ? {} : { [key]: value }
  }
  const number = (key: string) => {
    const value = Number(data[key])
    return data[key] !== undefined && Number.isFinite(value) ? { [key]: Math.trunc(value) } : {}
  }
  const saved = await taken(
    saveCompany(tx, actor, {
      ...{ company_id: id, name, ...text('plan'), ...text('website'), ...text('industry') },
      ...{ ...number('monthly_spend'), ...number('size') },
    }),
  )
  if (saved) await taken(attachContact(tx, actor, { contactId, companyId: saved.id }))
}

/** What a command answers, or nothing where it refuses: refusals are made before anything is written. */
async function taken<T>(command: Promise<T>): Promise<T | undefined> {
  try {
    return await command
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}
