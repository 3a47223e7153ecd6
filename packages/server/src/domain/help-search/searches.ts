import { invalid } from '@guichet/contract/errors.ts'
import type { HelpSearchList } from '@guichet/contract/models/knowledge.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { mayReadArticles } from '../help-center/index.ts'
import { selectSearches, sumSearches } from './help-search.sql.ts'
import { KEPT_DAYS } from './record-search.ts'

const MOST_SHOWN = 200

/** What readers looked for most in the last days; of all of it, or of what no article answered. */
export async function listSearches(
  tx: Tx,
  actor: Actor,
  { days = 30, unanswered = false }: { days?: number; unanswered?: boolean },
): Promise<Static<typeof HelpSearchList>> {
  mayReadArticles(actor)
  if (days < 1 || days > KEPT_DAYS) throw invalid(`days must be from 1 to ${KEPT_DAYS}`, 'days')
  const from = actor.now - days * 86_400
  const [data, sums] = await Promise.all([
    selectSearches(tx, actor.workspace.id, { from, isUnanswered: unanswered, limit: MOST_SHOWN }),
    sumSearches(tx, actor.workspace.id, from),
  ])
  return { type: 'list', data, ...sums }
}
