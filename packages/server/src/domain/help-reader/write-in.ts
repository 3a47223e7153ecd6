import { invalid, missing } from '@guichet/contract/errors.ts'
import type { Lanes, Tx } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { limits, takeAttempt } from '../attempt/index.ts'
import { type ContactRef, createLead, readEmail, requireContact } from '../contact/index.ts'
import { keepAttachments, startAsContact } from '../conversation/index.ts'
import { createTicketAsContact } from '../ticket/index.ts'
import { selectByAddress } from './reader-contacts.sql.ts'
import { serverOf } from './sign-in.ts'

export interface SentFile {
  name: string
  content_type: string
  /** In base64. */
  data: string
}

/** What a reader of the help center writes to the team. */
export interface Letter {
  /** Where they are answered; of somebody who is signed in it is known. */
  email?: string | undefined
  name?: string | undefined
  /** Words, or what a form of a type of ticket asks for. */
  says:
    | { subject: string; body: string; files: SentFile[] }
    | { typeId: string; values: Record<string, unknown> }
  url: string
  files: FileStore
}

/**
 * Begins a conversation or a ticket of somebody who is signed in, or of a lead with the address they give: an address is nobody's proof
 * of being a user. Returns its id. 400 for what lacks or cannot be, 429 for one who writes too often.
 */
export async function writeIn(database: Lanes, reader: Actor, letter: Letter): Promise<number> {
  const { now, workspace, ip } = reader
  check(letter)
  const email = reader.contact ? null : readEmail(letter.email ?? '')
  if (!reader.contact && email === null) throw missing('email')
  await takeAttempt(database, [limits.contactForm(workspace.id, ip)], now)
  return database.transaction(async tx => {
    const actor = reader.contact ? reader : await serverOf(tx, reader)
    const contact = reader.contact
      ? await requireContact(tx, actor, reader.contact.id)
      : await leadOf(tx, actor, email ?? '', letter.name)
    return begin(tx, actor, contact, letter)
  }, now)
}

const LONGEST = 20_000

function check({ says, name = '' }: Letter): void {
  if (name.length > 255) throw invalid('name may be at most 255 characters long', 'name')
  if (!('body' in says)) return
  if (says.body.trim() === '') throw missing('body')
  if (says.body.length > LONGEST) throw invalid(`body may be at most ${LONGEST} characters long`, 'body')
  if (says.subject.length > 255) throw invalid('subject may be at most 255 characters long', 'subject')
}

async function leadOf(tx: Tx, actor: Actor, email: string, name: string | undefined): Promise<ContactRef> {
  const known = (await selectByAddress(tx, actor.workspace.id, email)).find(({ role }) => role === 'lead')
  const id = known?.id ?? (await createLead(tx, actor, { email, name: name?.trim() || null }))
  return requireContact(tx, actor, id)
}

async function begin(
  tx: Tx,
  actor: Actor,
  contact: ContactRef,
  { says, url, files }: Letter,
): Promise<number> {
  if ('typeId' in says) return createTicketAsContact(tx, actor, { contact, files, url, ...says })
  const { conversation_id } = await startAsContact(tx, actor, {
    ...{ contact, url, subject: says.subject.trim() },
    body: says.body,
    attachments: await keepAttachments(files, actor, { attachment_files: says.files }),
  })
  return Number(conversation_id)
}
