import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { meantFor } from '../audience/index.ts'
import { selectLiveNews, selectReactions } from './live-news.sql.ts'
import { mayReadNews } from './news.policy.ts'

/** Whose news it is: a contact's, who is in some audiences; nobody's in particular are in none. */
interface Reading {
  contactId: string | undefined
}

/** An item as it is read: with how the reader felt about it. */
export type LiveNews = Awaited<ReturnType<typeof selectLiveNews>>[number] & { reaction: string | null }

/** What is live on any newsfeed and for the reader, the newest first. */
export async function listLiveNews(
  tx: Tx,
  actor: Actor,
  { contactId, limit }: Reading & { limit: number },
): Promise<LiveNews[]> {
  mayReadNews(actor)
  const rows = await selectLiveNews(tx, actor.workspace.id, { limit: MOST })
  return (await readBy(tx, actor, contactId, rows)).slice(0, limit)
}

/** How far back readers go. */
const MOST = 200

/** One item that is live on a newsfeed, and for the reader. */
export async function findLiveNews(
  tx: Tx,
  actor: Actor,
  { id, contactId }: Reading & { id: string },
): Promise<LiveNews | undefined> {
  mayReadNews(actor)
  const rows =
    (await byNumericId(id, key => selectLiveNews(tx, actor.workspace.id, { id: key, limit: 1 }))) ?? []
  return (await readBy(tx, actor, contactId, rows))[0]
}

type Row = Omit<LiveNews, 'reaction'>

/** Those for everybody, and those that are meant for the reader now. */
async function readBy(tx: Tx, actor: Actor, contactId: string | undefined, rows: Row[]): Promise<LiveNews[]> {
  const [meant, reactions] = await Promise.all([
    meantFor(tx, actor, { contactId, things: rows }),
    contactId === undefined
      ? new Map<number, string | null>()
      : selectReactions(
          tx,
          actor.workspace.id,
          contactId,
          rows.map(({ id }) => id),
        ),
  ])
  return rows
    .filter(({ id }) => meant.has(id))
    .map(row => ({ ...row, reaction: reactions.get(row.id) ?? null }))
}
