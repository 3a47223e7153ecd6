import { errors, problem } from '@guichet/contract/errors.ts'
import type { InternalVersion, InternalVersionList } from '@guichet/contract/models/knowledge.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { mayReadArticles } from '../help-center/index.ts'
import { requireRow } from './internal-article.ts'
import { selectVersion, selectVersions, type VersionRow } from './version.sql.ts'

/** The texts an internal article has had, the newest first; 404 for no such article. */
export async function listInternalVersions(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Static<typeof InternalVersionList>> {
  mayReadArticles(actor)
  const article = await requireRow(tx, actor, id)
  return { type: 'list', data: (await selectVersions(tx, actor.workspace.id, article.id)).map(view) }
}

/** One of them, whole; 404 when there is none of that id. */
export async function findInternalVersion(
  tx: Tx,
  actor: Actor,
  { articleId, id }: { articleId: string; id: string },
): Promise<Static<typeof InternalVersion>> {
  mayReadArticles(actor)
  const article = await requireRow(tx, actor, articleId)
  const row = await selectVersion(tx, actor.workspace.id, article.id, numericId(id) ?? 0)
  if (!row) throw problem(errors.notFound)
  return { ...view(row), body: row.body }
}

const view = ({ id, title, created_by, created_via, current, created_at }: VersionRow) => ({
  type: 'internal_article_version' as const,
  id: String(id),
  created_by_id: created_by === null ? null : String(created_by),
  ...{ title, created_via, current, created_at },
})
