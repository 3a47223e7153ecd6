import { errors, problem } from '@guichet/contract/errors.ts'
import type { FirstMessageRequest } from '@guichet/contract/operations/inbox/first-messages.ts'
import { reachErrors } from '@guichet/contract/reach-errors.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import { toHtml, toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import { holdPerson, promoteVisitor } from '../contact/index.ts'
import {
  adminAuthor,
  answerWithParts,
  assignConversation,
  type ConversationView,
  keepAttachments,
  lockConversation,
  mayWriteConversations,
  startConversation,
} from '../conversation/index.ts'
import { planFirstMail } from '../reply-mail/index.ts'
import { hindranceOf } from './reach.ts'

type Request = Static<typeof FirstMessageRequest>

interface Beginning {
  request: Request
  files: FileStore
  /** Whether there is a mail server. */
  mailLeaves: boolean
}

/**
 * Begins a conversation with somebody, as whoever acts, who has it from then on. An e-mail leaves at once; what goes to the messenger is
 * mailed where it stays unseen. A visitor becomes a lead by it. 404 for nobody known, 409 for somebody whom the channel cannot
 * or must not reach, 400 without words or files, 422 for an e-mail without a subject.
 */
export async function beginWith(
  tx: Tx,
  actor: Actor,
  { request, files, mailLeaves }: Beginning,
): Promise<ConversationView> {
  mayWriteConversations(actor)
  const { channel } = request
  const contact = await holdPerson(tx, actor, request.contact_id)
  const hindrance = await hindranceOf(tx, actor, { contact, channel, mailLeaves })
  if (hindrance !== null) throw problem(reachErrors[hindrance])
  const admin = await requireAdmin(tx, actor, undefined)
  const [subject, body] = [readSubject(request), readBody(request)]
  const { id } = await startConversation(tx, actor, {
    ...{ contact: await promoteVisitor(tx, actor, contact), author: adminAuthor(admin), subject, body },
    attachments: await keepAttachments(files, actor, request),
    sourceType: channel === 'email' ? 'email' : 'conversation',
    deliveredAs: 'admin_initiated',
  })
  const conversation = await lockConversation(tx, actor, id)
  const assignee = { type: 'admin', id: admin.id } as const
  const partId = await assignConversation(tx, actor, { conversation, admin, assignee })
  await planFirstMail(tx, actor, { conversationId: id, atOnce: channel === 'email' })
  return answerWithParts(tx, actor, id, [partId])
}

function readSubject({ channel, subject }: Request): string {
  const words = (subject ?? '').trim()
  if (channel === 'email' && words === '') throw problem(errors.messageSubjectMissing)
  return channel === 'email' ? words : ''
}

/** Sanitised; empty paragraphs are no words. */
function readBody({ body, attachment_files: attached }: Request): string {
  const html = toHtml(body ?? '')
  const isEmpty = toPlain(html).trim() === '' && !html.includes('<img')
  if (isEmpty && (attached ?? []).length === 0) throw problem(errors.messageBodyMissing)
  return isEmpty ? '' : html
}
