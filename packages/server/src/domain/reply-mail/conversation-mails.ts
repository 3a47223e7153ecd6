import { errors, problem } from '@guichet/contract/errors.ts'
import type { ConversationMailList } from '@guichet/contract/models/mailbox.ts'
import type { RawAnswer } from '@guichet/contract/operation.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { mayReadConversations, requireConversation } from '../conversation/index.ts'
import { selectRawKey, selectThread, type ThreadMailRow } from '../mail-thread/index.ts'
import { selectDeliveries, selectMailParts } from './reply-mail.sql.ts'

type MailList = Static<typeof ConversationMailList>

/** The mails of a conversation with what was folded away of them, and whether they arrived. 404 for an unknown conversation. */
export async function listConversationMails(tx: Tx, actor: Actor, id: string): Promise<MailList> {
  mayReadConversations(actor)
  const conversation = await requireConversation(tx, actor, id)
  const workspaceId = actor.workspace.id
  const thread = await selectThread(tx, workspaceId, conversation.id)
  const deliveries = await selectDeliveries(tx, workspaceId, conversation.id)
  const parts = await selectMailParts(tx, workspaceId, conversation.id)
  const partsOf = (outgoingId: number | null) =>
    parts.filter(each => each.outgoing_id === outgoingId).map(({ part_id }) => String(part_id))
  const statesOf = (outgoingId: number | null) =>
    deliveries
      .filter(each => each.outgoing_id === outgoingId)
      .map(({ address, status, error }) => ({ address, status, error }))
  const mails = thread.map(row => ({
    ...viewMail(row),
    part_ids: row.direction === 'in' ? partIds(row) : partsOf(row.outgoing_id),
    deliveries: statesOf(row.outgoing_id),
  }))
  // What was not sent at all is a mail nobody has: its parts still say why.
  const unsent = [...new Set(deliveries.map(({ outgoing_id }) => outgoing_id))].filter(each => each < 0)
  const never = unsent.map(outgoingId => ({
    ...NEVER,
    ...{ id: String(outgoingId), part_ids: partsOf(outgoingId), deliveries: statesOf(outgoingId) },
  }))
  return { type: 'list', data: [...mails, ...never] }
}

const NEVER = {
  ...{ type: 'conversation_mail' as const, direction: 'out' as const, from: null, to: [], cc: [] },
  ...{ subject: '', quoted: null, has_original: false, created_at: 0 },
}

const partIds = ({ part_id }: ThreadMailRow): string[] => (part_id === null ? [] : [String(part_id)])

function viewMail(row: ThreadMailRow): Omit<MailList['data'][number], 'part_ids' | 'deliveries'> {
  const { from, to, cc, subject } = row.headers
  const person = ({ address, name }: { address: string; name?: string | null }) => ({
    ...{ address, name: name ?? null },
  })
  return {
    ...{ type: 'conversation_mail', id: String(row.id), created_at: row.created_at },
    direction: row.direction === 'in' ? 'in' : 'out',
    ...{ from: from && person(from), to: to.map(person), cc: cc.map(person), subject },
    ...{ quoted: row.quoted, has_original: row.raw_key !== null },
  }
}

/** A mail as it came. 404 for an unknown one, and for one that is not kept. */
export async function findOriginal(
  tx: Tx,
  actor: Actor,
  { conversationId, id, files }: { conversationId: string; id: string; files: FileStore },
): Promise<RawAnswer> {
  mayReadConversations(actor)
  const conversation = await requireConversation(tx, actor, conversationId)
  const found = await selectRawKey(tx, actor.workspace.id, {
    ...{ conversationId: conversation.id, id: numericId(id) ?? 0 },
  })
  const file = found?.raw_key ? await files.open(found.raw_key) : undefined
  if (!file) throw problem(errors.notFound)
  return {
    headers: {
      'content-type': 'message/rfc822',
      'content-length': String(file.size),
      'content-disposition': `attachment; filename="mail-${id.replace(/\D/g, '')}.eml"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
    body: file.bytes,
  }
}
