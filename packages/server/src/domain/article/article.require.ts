import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { collectionRefs } from '../collection/index.ts'
import { defaultHelpCenter } from '../help-center/index.ts'
import { selectArticles } from './article.sql.ts'
import { selectContents } from './content.sql.ts'

/** What other nouns need to know of an article. */
export interface ArticleRef {
  id: number
  locales: string[]
  /** Every help center that shows it. */
  helpCenterIds: number[]
}

/** The article of an id; undefined when there is none. */
export async function articleRef(tx: Tx, actor: Actor, id: string): Promise<ArticleRef | undefined> {
  const key = numericId(id)
  const [row] = key === undefined ? [] : await selectArticles(tx, actor.workspace.id, [key])
  if (!row) return undefined
  const [contents, parents] = await Promise.all([
    selectContents(tx, actor.workspace.id, [row.id]),
    collectionRefs(tx, actor.workspace.id, row.parent_ids),
  ])
  const homes = [...parents.values()].map(parent => parent.help_center_id)
  const helpCenterIds = homes.length > 0 ? homes : [(await defaultHelpCenter(tx, actor)).id]
  return { id: row.id, locales: contents.map(({ locale }) => locale), helpCenterIds }
}

/** The id of an article to put a tag on; 404 in the words of that. */
export async function requireArticleToTag(tx: Tx, actor: Actor, id: string): Promise<string> {
  const key = numericId(id)
  const [row] = key === undefined ? [] : await selectArticles(tx, actor.workspace.id, [key])
  if (!row) throw problem(errors.articleNotFound)
  return String(row.id)
}
