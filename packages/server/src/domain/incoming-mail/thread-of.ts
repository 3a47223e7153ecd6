import type { Tx } from '../../db/database.ts'
import type { ReadMail } from '../../mail/read-mail.ts'
import type { Actor } from '../actor.ts'
import { selectByMessageIds, selectPlace } from '../mail-thread/index.ts'
import { idOfAddress, type TagKind } from '../mailbox/index.ts'
import { conversationAnswered } from '../message/index.ts'
import { type Aside, findAside } from '../side-conversation/index.ts'
import type { Incoming } from './accept-mail.ts'

/** Where a mail belongs. */
export interface Place {
  id: number
  contact_ids: string[]
}

type Read = Pick<Incoming, 'mail' | 'key'>

/**
 * The conversation a mail answers: that of the nearest mail it refers to that we know, else the one its signed address tells of,
 * else that of the message it answers, which may begin with it. Undefined for a mail that begins something.
 */
export async function conversationOf(
  tx: Tx,
  actor: Actor,
  { mail, key }: Read,
  by: { from: string; byPerson: boolean },
): Promise<Place | undefined> {
  const workspaceId = actor.workspace.id
  const id =
    (await nearestOf(tx, workspaceId, mail))?.conversation_id ??
    taggedId(key, mail, 'r') ??
    (await conversationAnswered(tx, actor, {
      ...{ references: mail.references, tagged: taggedId(key, mail, 'm') },
      ...by,
    }))
  return id === undefined ? undefined : selectPlace(tx, workspaceId, id)
}

/** The side conversation a mail answers, in the same way; undefined for any other mail. */
export async function asideOf(tx: Tx, actor: Actor, { mail, key }: Read): Promise<Aside | undefined> {
  const nearest = await nearestOf(tx, actor.workspace.id, mail)
  const id = nearest ? nearest.side_conversation_id : (taggedId(key, mail, 's') ?? null)
  return id === null ? undefined : findAside(tx, actor, id)
}

async function nearestOf(tx: Tx, workspaceId: string, { references }: ReadMail) {
  const known = await selectByMessageIds(tx, workspaceId, references)
  return references.flatMap(id => known.find(({ message_id }) => message_id === id) ?? [])[0]
}

/** The id that an address of a kind tells to which a mail went. */
export const taggedId = (key: Buffer, mail: ReadMail, kind: TagKind): number | undefined =>
  [...mail.to.map(({ address }) => address), ...mail.cc.map(({ address }) => address), ...mail.delivered]
    .map(address => idOfAddress(key, { address, kind }))
    .find(id => id !== undefined)
