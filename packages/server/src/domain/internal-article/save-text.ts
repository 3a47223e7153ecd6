import { errors, problem } from '@guichet/contract/errors.ts'
import type {
  InternalArticleEditing,
  InternalArticleSaved,
  InternalText,
} from '@guichet/contract/models/knowledge.ts'
import type { SaveInternalTextRequest } from '@guichet/contract/operations/inbox/knowledge.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { readBody } from '../article/index.ts'
import { keepWords } from '../content-words/index.ts'
import { mayReadArticles, mayWriteArticles } from '../help-center/index.ts'
import { updateInternalArticleRow } from './internal-article.sql.ts'
import { lockRow, readTitle, requireRow } from './internal-article.ts'
import {
  beginVersion,
  type HeadRow,
  insertVersion,
  keepUnversioned,
  rewriteVersion,
  selectHead,
  type TextRow,
} from './version.sql.ts'

/** Whoever stops for longer begins a version of its own. */
const SITTING_SECONDS = 1800

/** An internal article as its writers see it; 404 when there is none. */
export async function editInternalArticle(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Static<typeof InternalArticleEditing>> {
  mayReadArticles(actor)
  const article = await requireRow(tx, actor, id)
  const text = viewText(await requireHead(tx, actor, article.id))
  return { type: 'internal_article_editing', id: String(article.id), text }
}

/**
 * Keeps what somebody writes as they write it, for teammates to read at once. Where somebody else has written since the revision it was
 * made from, it is kept as a version beside theirs, and the answer says so: neither is lost.
 */
export async function saveInternalText(
  tx: Tx,
  actor: Actor,
  { id, request }: { id: string; request: Static<typeof SaveInternalTextRequest> },
): Promise<Static<typeof InternalArticleSaved>> {
  mayWriteArticles(actor)
  const article = await lockRow(tx, actor, id)
  const { body = '', body_markdown = '' } = readBody({ body: request.body })
  const written: TextRow = { title: readTitle(request.title), body, body_markdown }
  const head = await requireHead(tx, actor, article.id)
  if (isSame(head, written)) return saved(head, 'saved', head.id)
  if (request.revision !== revisionOf(head)) {
    const aside = await insertVersion(tx, actor, article.id, { ...written, via: 'editor' })
    return saved(head, 'kept_aside', aside)
  }
  await keepUnversioned(tx, actor, article)
  const versionId = await write(tx, actor, { articleId: article.id, head, written })
  await updateInternalArticleRow(tx, actor, article.id, written)
  await keepWords(
    tx,
    actor,
    { type: 'internal_article', id: article.id },
    { ...article, ...written, html: body },
  )
  return saved(await requireHead(tx, actor, article.id), 'saved', versionId)
}

/** Goes on with one's own version of the same sitting, or begins one. */
async function write(
  tx: Tx,
  actor: Actor,
  { articleId, head, written }: { articleId: number; head: HeadRow; written: TextRow },
): Promise<number> {
  const isOwn = head.created_by === actor.adminId && head.created_via === 'editor'
  if (!isOwn || actor.now - head.created_at >= SITTING_SECONDS)
    return beginVersion(tx, actor, articleId, { ...written, via: 'editor' })
  await rewriteVersion(tx, actor, head.id, written)
  return head.id
}

async function requireHead(tx: Tx, actor: Actor, articleId: number): Promise<HeadRow> {
  const head = await selectHead(tx, actor.workspace.id, articleId)
  if (!head) throw problem(errors.notFound)
  return head
}

const isSame = (head: HeadRow, { title, body }: TextRow): boolean =>
  head.title === title && head.body === body

const revisionOf = ({ id, digest }: HeadRow): string => `${id}-${digest.slice(0, 12)}`

const viewText = (head: HeadRow): Static<typeof InternalText> => ({
  ...{ title: head.title, body: head.body, revision: revisionOf(head), saved_at: head.updated_at },
  saved_by: head.created_by === null ? null : { id: String(head.created_by), name: head.writer_name },
})

const saved = (
  head: HeadRow,
  outcome: 'saved' | 'kept_aside',
  versionId: number,
): Static<typeof InternalArticleSaved> => ({
  ...{ type: 'internal_article_saved', outcome, version_id: String(versionId), text: viewText(head) },
})
