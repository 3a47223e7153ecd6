import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { SideConversation } from '@guichet/contract/models/side-conversation.ts'
import type { StartSideConversationRequest } from '@guichet/contract/operations/inbox/side-conversations.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import { toHtml } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import { mayReadConversations, mayWriteConversations, requireConversation } from '../conversation/index.ts'
import { replyKeyOf } from '../mailbox/index.ts'
import { isAddress } from '../outgoing/index.ts'
import { mailPart } from './mail-part.ts'
import {
  insertParticipants,
  insertSideConversation,
  insertSidePart,
  type NewSidePart,
  type Participant,
  type SideConversationRow,
  selectParticipants,
  selectSideConversation,
} from './side-conversation.sql.ts'
import { viewSideConversation } from './side-conversation.view.ts'

type View = Static<typeof SideConversation>
type Request = Static<typeof StartSideConversationRequest>

const MOST_PARTICIPANTS = 50

/**
 * Begins a side conversation from within a conversation. Whoever it is with, teammates and people outside, gets its words by
 * mail. 404 for an unknown conversation or teammate, 400 for what is no address.
 */
export async function startSideConversation(
  tx: Tx,
  actor: Actor,
  { conversationId, request, secrets }: { conversationId: string; request: Request; secrets: SecretBox },
): Promise<View> {
  mayWriteConversations(actor)
  const conversation = await requireConversation(tx, actor, conversationId)
  const part = await readPart(tx, actor, request.body)
  const participants = await readParticipants(tx, actor, request.to ?? [])
  const subject = (request.subject ?? '').trim().slice(0, 255)
  const id = await insertSideConversation(tx, actor, { conversationId: conversation.id, subject })
  await insertParticipants(tx, actor.workspace.id, id, participants)
  return write(tx, actor, await requireRow(tx, actor, id), { part, secrets })
}

/** Writes in a side conversation; everybody in it gets the words by mail, in the same thread. 404 for an unknown one. */
export async function replyInSideConversation(
  tx: Tx,
  actor: Actor,
  { id, body, secrets }: { id: string; body: string; secrets: SecretBox },
): Promise<View> {
  mayWriteConversations(actor)
  const row = await requireRow(tx, actor, id)
  return write(tx, actor, row, { part: await readPart(tx, actor, body), secrets })
}

/** One side conversation; 404 when there is none. */
export async function findSideConversation(tx: Tx, actor: Actor, id: string): Promise<View> {
  mayReadConversations(actor)
  return viewSideConversation(tx, actor, await requireRow(tx, actor, id))
}

async function requireRow(tx: Tx, actor: Actor, id: string | number): Promise<SideConversationRow> {
  const row = await byNumericId(id, key => selectSideConversation(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.notFound)
  return row
}

async function readPart(tx: Tx, actor: Actor, body: string): Promise<NewSidePart> {
  const html = toHtml(body)
  if (html === '') throw problem(errors.messageBodyMissing)
  const { id, name, email } = await requireAdmin(tx, actor, String(actor.adminId))
  return { body: html, author: { type: 'admin', id, name, email } }
}

async function readParticipants(tx: Tx, actor: Actor, named: NonNullable<Request['to']>): Promise<Joining[]> {
  if (named.length > MOST_PARTICIPANTS)
    throw invalid(`A side conversation can be with at most ${MOST_PARTICIPANTS}`, 'to')
  const found = new Map<string, Joining>()
  for (const { id, email, name } of named) {
    const one = id === undefined ? outsider(email, name) : await teammate(tx, actor, id)
    if (!found.has(one.email)) found.set(one.email, one)
  }
  return [...found.values()]
}

type Joining = Omit<Participant, 'fault'>

async function teammate(tx: Tx, actor: Actor, id: string | number): Promise<Joining> {
  const admin = await requireAdmin(tx, actor, String(id))
  return { email: admin.email.toLowerCase(), name: admin.name, admin_id: admin.id }
}

function outsider(email: string | undefined, name: string | null | undefined): Joining {
  const address = email?.trim().toLowerCase()
  if (!isAddress(address)) throw invalid(`'${email ?? ''}' is not an e-mail address`, 'to')
  return { email: address, name: name ?? null, admin_id: null }
}

/** Everybody who takes part is mailed but its author, and whoever cannot be reached. */
async function write(
  tx: Tx,
  actor: Actor,
  row: SideConversationRow,
  { part, secrets }: { part: NewSidePart; secrets: SecretBox },
): Promise<View> {
  const { id: workspaceId } = actor.workspace
  const partId = await insertSidePart(tx, actor, row.id, part)
  const own = part.author.email?.toLowerCase()
  const to = (await selectParticipants(tx, workspaceId, row.id)).filter(
    ({ email, fault }) => email !== own && isAddress(email) && fault === null,
  )
  const key = await replyKeyOf(tx, secrets, workspaceId)
  await mailPart(tx, actor, row, { ...part, partId, to, key })
  return viewSideConversation(tx, actor, await requireRow(tx, actor, row.id))
}
