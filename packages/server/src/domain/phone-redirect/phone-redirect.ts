import { errors, type Kind, Problem } from '@guichet/contract/errors.ts'
import type { PhoneCallRedirect } from '@guichet/contract/models/phone-call-redirect.ts'
import type { CreatePhoneSwitchRequest } from '@guichet/contract/operations/phone-call-redirects.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { createLead, updateContact } from '../contact/index.ts'
import { permission } from '../permission.ts'
import { insertRedirect, selectContactWithPhone } from './phone-redirect.sql.ts'

const mayRedirect = permission('write_phone_call_redirects')

/**
 * Makes the link that leads a caller from the telephone to the Messenger, for the contact of that number or a new lead.
 * The text message to them stays pending until a carrier takes it. 400 for what is no number, 422 for custom
 * attributes that are not there.
 */
export async function redirectPhoneCall(
  tx: Tx,
  actor: Actor,
  { phone, custom_attributes }: Static<typeof CreatePhoneSwitchRequest>,
): Promise<Static<typeof PhoneCallRedirect>> {
  mayRedirect(actor)
  const number = readNumber(actor, phone)
  const contactId = await contactOf(tx, actor, number)
  if (custom_attributes) await describe(tx, actor, contactId, custom_attributes)
  const { id } = await insertRedirect(tx, actor, { phone: number, contact_id: contactId })
  const url = `${actor.origin}/msgr/${id}`
  return { type: 'phone_call_redirect', url, ...(!actor.strict && { phone: phone.trim() }) }
}

function readNumber(actor: Actor, phone: string): string {
  const number = phone.replace(/[\s().\-/]/g, '')
  if (!/^\+[1-9]\d{5,14}$/.test(number)) throw refusal(actor, errors.phoneNumberInvalid)
  return number
}

async function contactOf(tx: Tx, actor: Actor, phone: string): Promise<string> {
  const known = await selectContactWithPhone(tx, actor.workspace.id, phone)
  return known?.id ?? createLead(tx, actor, { phone })
}

/** Who may redirect a call may say what it is about, whatever else they may do. */
async function describe(tx: Tx, actor: Actor, id: string, values: Record<string, unknown>): Promise<void> {
  try {
    await updateContact(tx, { ...actor, scopes: 'all' }, { id, request: { custom_attributes: values } })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw refusal(actor, errors.phoneRedirectInvalid, error.message)
  }
}

/** Here the original refuses in a shape of its own; ours is the usual envelope beside it, unless it is to be strict. */
function refusal(actor: Actor, kind: Kind, message = kind.message): Problem {
  const own = { error_key: kind.code, message }
  const envelope = { type: 'error.list', errors: [{ code: kind.code, message }] }
  return new Problem(kind, { message, body: actor.strict ? own : { ...envelope, ...own } })
}
