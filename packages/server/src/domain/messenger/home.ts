import type { MessengerHome } from '@guichet/contract/models/messenger.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { opensAt } from '../office-hours/index.ts'
import { selectHours, selectTeamFaces } from './content.sql.ts'
import { readMost } from './own-help.ts'
import { latestNews } from './own-news.ts'

/** What somebody sees first. */
export async function homeOf(
  tx: Tx,
  actor: Actor,
  locale: string | undefined,
): Promise<Static<typeof MessengerHome>> {
  const { id, name } = actor.workspace
  const [hours, faces, articles, [news]] = await Promise.all([
    selectHours(tx, id),
    selectTeamFaces(tx, id, MOST_FACES),
    readMost(tx, actor, locale),
    latestNews(tx, actor, 1),
  ])
  const opens = opensAt(hours, actor.now)
  return {
    type: 'messenger_home',
    workspace_name: name,
    team: faces.map(face => ({ id: String(face.id), name: face.name, avatar: face.avatar_url })),
    is_open: opens === actor.now,
    opens_at: opens === actor.now ? null : (opens ?? null),
    articles,
    news: news ?? null,
  }
}

const MOST_FACES = 3
