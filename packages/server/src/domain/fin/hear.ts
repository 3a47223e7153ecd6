import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin, requireOperator } from '../admin/index.ts'
import type { ContactRef } from '../contact/index.ts'
import {
  addParts,
  adminAuthor,
  contactAuthor,
  lockConversation,
  type NewConversation,
  type NewPart,
  type PartAuthor,
  replyAsAdmin,
  replyAsContact,
  startConversation,
} from '../conversation/index.ts'
import type { Message } from './message.ts'

interface Heard {
  contact: ContactRef
  message: Message
}

/** Starts the conversation behind a session with what was said so far, the oldest first. Answers its id. */
export async function startWith(
  tx: Tx,
  actor: Actor,
  { contact, messages }: { contact: ContactRef; messages: Message[] },
): Promise<number> {
  const [first, ...rest] = messages
  const last = rest.pop()
  const { id } = await startConversation(tx, actor, {
    contact,
    ...(first ? await opening(tx, actor, { contact, message: first }) : await silence(tx, actor)),
  })
  const parts: NewPart[] = []
  for (const message of rest) parts.push(await partOf(tx, actor, { contact, message }))
  await addParts(tx, actor, { conversationId: id, parts })
  if (last) await hear(tx, actor, { conversationId: id, contact, message: last })
  return id
}

/** Adds a message to a conversation. */
export async function hear(
  tx: Tx,
  actor: Actor,
  { conversationId, contact, message }: Heard & { conversationId: number },
): Promise<void> {
  const { author, html, words, attachments } = message
  const conversation = await lockConversation(tx, actor, conversationId)
  if (author === 'user') await replyAsContact(tx, actor, { conversation, contact, body: words, attachments })
  else
    await replyAsAdmin(tx, actor, {
      ...{ conversation, messageType: 'comment', body: html, attachments },
      admin: await speakerOf(tx, actor, author),
    })
}

type Opening = Omit<NewConversation, 'contact'>

async function opening(tx: Tx, actor: Actor, { contact, message }: Heard): Promise<Opening> {
  const { author, html, attachments } = message
  if (author === 'user') return { body: html, attachments, author: contactAuthor(contact) }
  const deliveredAs = author === 'fin' ? 'operator_initiated' : 'admin_initiated'
  return { body: html, attachments, author: await authorOf(tx, actor, { contact, message }), deliveredAs }
}

/** Nobody has said anything yet: Operator begins. */
const silence = async (tx: Tx, actor: Actor): Promise<Opening> => ({
  body: null,
  author: adminAuthor(await requireOperator(tx, actor)),
  deliveredAs: 'operator_initiated',
})

const partOf = async (tx: Tx, actor: Actor, { contact, message }: Heard): Promise<NewPart> => ({
  part_type: 'comment',
  author: await authorOf(tx, actor, { contact, message }),
  body: message.html,
  attachments: message.attachments,
})

const authorOf = async (tx: Tx, actor: Actor, { contact, message }: Heard): Promise<PartAuthor> =>
  message.author === 'user' ? contactAuthor(contact) : adminAuthor(await speakerOf(tx, actor, message.author))

/** Agents are whoever the token acts as; what Fin said before was said by Operator. */
const speakerOf = (tx: Tx, actor: Actor, author: 'agent' | 'fin') =>
  author === 'fin' ? requireOperator(tx, actor) : requireAdmin(tx, actor, undefined)
