import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { type ContactRef, updateContact } from '../contact/index.ts'
import { lockConversation, replyAsContact } from '../conversation/index.ts'
import { type FormFieldView, fieldsFor } from './fields.ts'
import { markAnswered } from './form.sql.ts'

interface Filling {
  conversationId: string
  partId: string
  contact: ContactRef
  values: Record<string, unknown>
}

/**
 * Keeps what a contact fills in: on the contact, and as their words in the conversation. 404 for no such form, and
 * for one that was answered; 400 for a value that its attribute cannot have; nothing is kept then.
 */
export async function fillForm(
  tx: Tx,
  actor: Actor,
  { conversationId, partId, contact, values }: Filling,
): Promise<void> {
  const conversation = await lockConversation(tx, actor, conversationId)
  const form = { conversationId: conversation.id, partId: numericId(partId) ?? 0 }
  const names = await markAnswered(tx, actor, form)
  if (!names) throw problem(errors.notFound)
  const fields = (await fieldsFor(tx, actor, names)).filter(field => asks(contact, field))
  const extra = Object.keys(values).find(name => !fields.some(field => field.name === name))
  if (extra !== undefined) throw invalid(`'${extra.slice(0, 100)}' is not asked for`, 'values')
  const given = fields.map(field => ({ field, value: values[field.name] }))
  const lacking = given.find(({ value }) => value === undefined || value === null || value === '')
  if (lacking) throw missing(lacking.field.name)
  await updateContact(tx, actor, { id: contact.id, request: requestOf(given) })
  await replyAsContact(tx, actor, {
    ...{ conversation, contact },
    body: given.map(({ field, value }) => `${field.label}: ${wordsOf(field, value)}`).join('\n'),
  })
}

/** Somebody who proves who they are by an address does not change it by a form. */
export const asks = ({ role, email }: Pick<ContactRef, 'role' | 'email'>, { name }: FormFieldView): boolean =>
  name !== 'email' || role !== 'user' || email === null

interface Given {
  field: FormFieldView
  value: unknown
}

function requestOf(given: Given[]) {
  const request: {
    name?: string
    email?: string
    phone?: string
    custom_attributes: Record<string, unknown>
  } = { custom_attributes: {} }
  for (const { field, value } of given) {
    if (field.name === 'name' || field.name === 'email' || field.name === 'phone')
      request[field.name] = textOf(field, value)
    else request.custom_attributes[field.name] = checked(field, value)
  }
  return request
}

function textOf(field: FormFieldView, value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') throw missing(field.name)
  if (field.kind === 'phone' && !/^[+\d][\d\s().\-/]{4,30}$/.test(value.trim()))
    throw invalid('phone must be a telephone number', 'phone')
  return value.trim()
}

function checked({ name, kind, options }: FormFieldView, value: unknown): unknown {
  if (kind === 'choice' && options.length > 0 && !options.some(option => option === value))
    throw invalid(`${name} must be one of its options`, name)
  return value
}

const wordsOf = ({ kind }: FormFieldView, value: unknown): string =>
  kind === 'boolean' ? (value === true || value === 'true' ? '✓' : '✗') : String(value).slice(0, 1000)
