import type { Tx } from '../../db/database.ts'
import type { ReadMail } from '../../mail/read-mail.ts'
import type { Actor } from '../actor.ts'
import { selectByMessageIds, selectPlace } from '../mail-thread/index.ts'
import { idOfAddress, type TagKind } from '../mailbox/index.ts'
import { conversationAnswered } from '../message/index.ts'
import type { Incoming } from './accept-mail.ts'

/** Where a mail belongs. */
export interface Place {
  id: number
  contact_ids: string[]
}

/**
 * The conversation a mail answers: that of the nearest mail it refers to that we know, else the one its signed address tells of,
 * else that of the message it answers, which may begin with it. Undefined for a mail that begins something.
 */
export async function conversationOf(
  tx: Tx,
  actor: Actor,
  { mail, key }: Pick<Incoming, 'mail' | 'key'>,
  by: { from: string; byPerson: boolean },
): Promise<Place | undefined> {
  const workspaceId = actor.workspace.id
  const id =
    (await referredTo(tx, workspaceId, mail)) ??
    taggedId(key, mail, 'r') ??
    (await conversationAnswered(tx, actor, {
      ...{ references: mail.references, tagged: taggedId(key, mail, 'm') },
      ...by,
    }))
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

/** The id that an address of a kind tells to which a mail went. */
export const taggedId = (key: Buffer, mail: ReadMail, kind: TagKind): number | undefined =>
  [...mail.to.map(({ address }) => address), ...mail.cc.map(({ address }) => address), ...mail.delivered]
    .map(address => idOfAddress(key, { address, kind }))
    .find(id => id !== undefined)
