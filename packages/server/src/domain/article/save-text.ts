import { errors, problem } from '@guichet/contract/errors.ts'
import type { ArticleEditing, ArticleSaved } from '@guichet/contract/models/knowledge.ts'
import type { SaveArticleTextRequest } from '@guichet/contract/operations/inbox/knowledge.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { keepWords } from '../content-words/index.ts'
import { mayWriteArticles } from '../help-center/index.ts'
import { articleUpdated } from './article.events.ts'
import { readContent } from './article.input.ts'
import { updateArticleRow } from './article.sql.ts'
import { type HeldArticle, lockArticle } from './article.ts'
import { insertVersion, type TextRow, updateContentRow } from './content.sql.ts'
import { type HeadRow, rewriteVersion, selectHeads } from './edit.sql.ts'
import { findForEditing, revisionOf, viewHead } from './edit.ts'

/** Whoever stops for longer begins a version of its own. */
const SITTING_SECONDS = 1800

/**
 * Keeps what somebody writes as they write it. Readers of a published text see nothing of it until it is published. Where somebody else
 * has written since the revision it was made from, it is kept as a version beside theirs, and the answer says so: neither is lost.
 */
export async function saveText(
  tx: Tx,
  actor: Actor,
  of: { id: string; locale: string; request: Static<typeof SaveArticleTextRequest> },
): Promise<Static<typeof ArticleSaved>> {
  mayWriteArticles(actor)
  const article = await lockArticle(tx, actor, of.id)
  const { revision, ...given } = of.request
  const { text } = await readContent(tx, actor, { ...given })
  const head = await requireHead(tx, actor, article, of.locale)
  const { title, description, body, body_markdown, author_id } = { ...head, ...text }
  const written: TextRow = { title, description, body, body_markdown, author_id }
  if (revision !== revisionOf(head)) return keptAside(tx, actor, { article, head, written })
  if (isSame(head, written)) return saved(actor, { article, head, versionId: head.id })
  const versionId = await write(tx, actor, { article, head, written })
  await updateArticleRow(tx, actor, article.articleId, {})
  await append(tx, actor, articleUpdated(article.articleId))
  return saved(actor, { article, head: await requireHead(tx, actor, article, of.locale), versionId })
}

/** Lets go of changes to a published text that wait to be published; their versions stay. 422 where none wait. */
export async function discardText(
  tx: Tx,
  actor: Actor,
  { id, locale }: { id: string; locale: string },
): Promise<Static<typeof ArticleEditing>> {
  mayWriteArticles(actor)
  const article = await lockArticle(tx, actor, id)
  const head = await requireHead(tx, actor, article, locale)
  if (head.draft_version_id === null) throw problem(errors.noDraft)
  await updateContentRow(tx, actor, head.content_id, { draft_version_id: null })
  await updateArticleRow(tx, actor, article.articleId, {})
  await append(tx, actor, articleUpdated(article.articleId))
  return findForEditing(tx, actor, id)
}

async function requireHead(
  tx: Tx,
  actor: Actor,
  { articleId }: HeldArticle,
  locale: string,
): Promise<HeadRow> {
  const heads = await selectHeads(tx, actor.workspace.id, articleId)
  const head = heads.find(each => each.locale === locale)
  if (!head) throw problem(errors.notFound)
  return head
}

interface Writing {
  article: HeldArticle
  head: HeadRow
  written: TextRow
}

/** Goes on with one's own version of the same sitting, or begins one. Readers never see a version that still changes. */
async function write(tx: Tx, actor: Actor, { article, head, written }: Writing): Promise<number> {
  const isPublished = head.state === 'published'
  const isOwn = head.created_by === actor.adminId && head.created_via === 'editor'
  const goesOn =
    isOwn && actor.now - head.created_at < SITTING_SECONDS && (!isPublished || head.draft_version_id !== null)
  const place = { articleId: article.articleId, locale: head.locale }
  if (goesOn) await rewriteVersion(tx, actor, head.id, written)
  const id = goesOn
    ? head.id
    : await insertVersion(tx, actor, { ...place, text: written, from: head.id, via: 'editor' })
  await updateContentRow(
    tx,
    actor,
    head.content_id,
    isPublished ? { draft_version_id: id } : { version_id: id, draft_version_id: null },
  )
  if (!isPublished) {
    const on = { type: 'article_content' as const, id: head.content_id }
    await keepWords(tx, actor, on, { ...place, ...written, html: written.body })
  }
  return id
}

async function keptAside(
  tx: Tx,
  actor: Actor,
  { article, head, written }: Writing,
): Promise<Static<typeof ArticleSaved>> {
  const versionId = isSame(head, written)
    ? head.id
    : await insertVersion(tx, actor, {
        ...{ articleId: article.articleId, locale: head.locale, text: written },
        ...{ from: null, via: 'editor' },
      })
  const isThere = versionId === head.id
  return { ...saved(actor, { article, head, versionId }), outcome: isThere ? 'saved' : 'kept_aside' }
}

const isSame = (head: HeadRow, text: TextRow): boolean =>
  (['title', 'description', 'body', 'author_id'] as const).every(field => head[field] === text[field])

const saved = (
  actor: Actor,
  { article, head, versionId }: { article: HeldArticle; head: HeadRow; versionId: number },
): Static<typeof ArticleSaved> => ({
  ...{ type: 'article_saved', outcome: 'saved', version_id: String(versionId) },
  text: viewHead(actor, article.helpCenter, article.articleId, head),
})
