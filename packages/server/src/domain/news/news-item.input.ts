import { errors, invalid, type Kind, missing } from '@guichet/contract/errors.ts'
import type { NewsItemRequest } from '@guichet/contract/operations/news.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { articleHtml } from '../../text/article-html.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import type { Assignment, NewsPatch } from './news-item.sql.ts'
import { selectNewsfeeds } from './newsfeed.sql.ts'

type NewsRequest = Static<typeof NewsItemRequest>

/** What a request says of a news item; what it leaves out is absent. 400 for a value no news item can have. */
export async function readNews(
  tx: Tx,
  actor: Actor,
  request: NewsRequest,
): Promise<{ patch: NewsPatch & { title: string; sender_id: number }; assigned?: Assignment[] }> {
  const { title, body, sender_id, state, deliver_silently, labels, reactions, newsfeed_assignments } = request
  if (title.trim() === '') throw missing('title')
  if (title.length > LONGEST) throw invalid(`title must be at most ${LONGEST} characters long`, 'title')
  const sender = await requireAdmin(tx, actor, String(sender_id), UNKNOWN_SENDER)
  return {
    patch: {
      ...{ title: title.trim(), sender_id: sender.id },
      ...(body !== undefined && { body: articleHtml(body) }),
      ...(state !== undefined && { state }),
      ...(deliver_silently !== undefined && { deliver_silently }),
      ...(labels !== undefined && { labels: readLabels(labels) }),
      ...(reactions !== undefined && { reactions: readReactions(reactions) }),
    },
    ...(newsfeed_assignments !== undefined && {
      assigned: await readAssignments(tx, actor, newsfeed_assignments),
    }),
  }
}

const LONGEST = 255
const UNKNOWN_SENDER: Kind = { ...errors.parameterInvalid, message: 'sender_id must be the id of a teammate' }

function readLabels(labels: string[]): string[] {
  const tooLong = labels.find(label => label.length > LONGEST)
  if (tooLong !== undefined) throw invalid(`labels must be at most ${LONGEST} characters long`, 'labels')
  return [...new Set(labels)].toSorted()
}

function readReactions(reactions: (string | null)[]): (string | null)[] {
  if (reactions.length > MOST_REACTIONS)
    throw invalid(`reactions can be at most ${MOST_REACTIONS}`, 'reactions')
  if (reactions.some(reaction => (reaction?.length ?? 0) > LONGEST_EMOJI))
    throw invalid('reactions must be emojis', 'reactions')
  return reactions
}

const MOST_REACTIONS = 10
const LONGEST_EMOJI = 32

async function readAssignments(
  tx: Tx,
  actor: Actor,
  given: NonNullable<NewsRequest['newsfeed_assignments']>,
): Promise<Assignment[]> {
  const feeds = await selectNewsfeeds(tx, actor.workspace.id)
  const read = given.map(({ newsfeed_id, published_at = actor.now }) => {
    const feed = feeds.find(each => each.id === newsfeed_id)
    if (!feed)
      throw invalid('newsfeed_assignments names a newsfeed that does not exist', 'newsfeed_assignments')
    if (published_at > actor.now)
      throw invalid('published_at cannot be in the future', 'newsfeed_assignments')
    if (published_at < 0) throw invalid('published_at must be a Unix timestamp', 'newsfeed_assignments')
    return { newsfeed_id: feed.id, published_at }
  })
  return [...new Map(read.map(each => [each.newsfeed_id, each])).values()]
}
