import type { Tx } from '../../db/database.ts'
import type { ReadMail } from '../../mail/read-mail.ts'
import type { Actor } from '../actor.ts'
import { selectByMessageIds, selectPlace } from '../mail-thread/index.ts'
import { conversationOfAddress, type TagKind } from '../mailbox/index.ts'
import { beginConversation } from '../message/index.ts'
import type { Incoming } from './accept-mail.ts'
import { selectMailedMessage } from './incoming-mail.sql.ts'

/** Where a mail belongs. */
export interface Place {
  id: number
  contact_ids: string[]
}

/**
 * The conversation a mail answers: that of the nearest mail it refers to that we know, else the one its signed address tells of,
 * else the one that begins with the message it answers. Undefined for a mail that begins something.
 */
export async function conversationOf(
  tx: Tx,
  actor: Actor,
  { mail, key }: Pick<Incoming, 'mail' | 'key'>,
): Promise<Place | undefined> {
  const workspaceId = actor.workspace.id
  const id =
    (await referredTo(tx, workspaceId, mail)) ??
    taggedConversation(key, mail, 'r') ??
    (await messageAnswered(tx, actor, mail))
  return id === undefined ? undefined : selectPlace(tx, workspaceId, id)
}

async function referredTo(
  tx: Tx,
  workspaceId: string,
  { references }: ReadMail,
): Promise<number | undefined> {
  const known = await selectByMessageIds(tx, workspaceId, references)
  const nearest = references.flatMap(id => known.find(({ message_id }) => message_id === id) ?? [])[0]
  return nearest?.conversation_id
}

/** The conversation that an address tells of to which a mail went. */
export const taggedConversation = (key: Buffer, mail: ReadMail, kind: TagKind): number | undefined =>
  [...mail.to.map(({ address }) => address), ...mail.cc.map(({ address }) => address), ...mail.delivered]
    .map(address => conversationOfAddress(key, { address, kind }))
    .find(id => id !== undefined)

async function messageAnswered(tx: Tx, actor: Actor, { references }: ReadMail): Promise<number | undefined> {
  const found = await selectMailedMessage(tx, actor.workspace.id, references)
  return found?.message_id ? beginConversation(tx, actor, found.message_id) : undefined
}
