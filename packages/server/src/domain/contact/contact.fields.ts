import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { CreateContactRequest } from '@guichet/contract/operations/contacts.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import { checkSeconds } from '../check-seconds.ts'
import type { ContactPatch } from './contact.sql.ts'
import { readEmail } from './email.ts'
import { supportedLanguage } from './languages.ts'

export type ContactRequest = Static<typeof CreateContactRequest>

/** The columns a request sets: what it does not name is not among them, null and `""` clear. 400 for what cannot be. */
export async function readFields(tx: Tx, actor: Actor, request: ContactRequest): Promise<ContactPatch> {
  const { email, email_verified, external_id, phone, name, avatar, signed_up_at, last_seen_at } = request
  const { owner_id, unsubscribed_from_emails, language_override } = request
  if (email_verified != null && !email)
    throw invalid('email_verified needs an email beside it', 'email_verified')
  return {
    ...(email !== undefined && { email: readEmail(email), email_verified: email_verified ?? false }),
    ...(external_id !== undefined && { external_id: readText('external_id', external_id) }),
    ...(phone !== undefined && readPhone(phone)),
    ...(name !== undefined && { name: readText('name', name) }),
    ...(avatar !== undefined && { avatar: readAvatar(avatar) }),
    ...(signed_up_at !== undefined && { signed_up_at: readTime('signed_up_at', signed_up_at) }),
    ...(last_seen_at !== undefined && { last_seen_at: readTime('last_seen_at', last_seen_at) }),
    ...(owner_id !== undefined && { owner_id: await readOwner(tx, actor, owner_id) }),
    ...(unsubscribed_from_emails !== undefined && {
      unsubscribed_from_emails: unsubscribed_from_emails ?? false,
    }),
    ...(language_override !== undefined && { language_override: supportedLanguage(language_override) }),
  }
}

/** The role a request asks for; undefined when it leaves that open. */
export function readRole(role: string | null | undefined): 'user' | 'lead' | undefined {
  if (role === undefined || role === null) return undefined
  if (role === 'user' || role === 'lead') return role
  throw invalid('role must be either user or lead', 'role')
}

export function readText(field: string, value: string | null, longest = 255): string | null {
  const text = value?.trim() ?? ''
  if (text.length > longest) throw invalid(`${field} may be at most ${longest} characters long`, field)
  return text === '' ? null : text
}

/** A number as it was given, and in E.164 where it says its country. */
export function readPhone(value: string | null) {
  const phone = readText('phone', value)
  const digits = phone?.replace(/[\s().\-/]/g, '') ?? ''
  return { phone, formatted_phone: /^\+[1-9]\d{5,14}$/.test(digits) ? digits : null }
}

/** An avatar is a URL, by itself or in the object that answers carry. */
function readAvatar(avatar: ContactRequest['avatar']): string | null {
  const url = typeof avatar === 'string' ? avatar : (avatar?.image_url ?? null)
  return readText('avatar', url, 2048)
}

const readTime = (field: string, at: number | null): number | null => at && checkSeconds(at, field)

async function readOwner(tx: Tx, actor: Actor, id: string | null): Promise<number | null> {
  if (id === null || id.trim() === '') return null
  const owner = await requireAdmin(tx, actor, id, errors.ownerNotMember)
  if (owner.kind !== 'admin') throw problem(errors.ownerNotMember)
  return owner.id
}
