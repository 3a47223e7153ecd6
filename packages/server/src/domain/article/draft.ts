import { errors, problem } from '@guichet/contract/errors.ts'
import type { UpdateArticleRequest } from '@guichet/contract/operations/articles.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { isMultilingual, mayReadArticles, mayWriteArticles } from '../help-center/index.ts'
import { articleUpdated } from './article.events.ts'
import { saysNothing } from './article.input.ts'
import { updateArticleRow } from './article.sql.ts'
import { lockArticle, readLanguages } from './article.ts'
import { type ArticleView, viewArticles, viewOneArticle } from './article.view.ts'
import { type ContentRow, selectContents } from './content.sql.ts'
import { goLive, stage } from './write-content.ts'

/** A published article with the changes that wait to be published; 404 when none wait. */
export async function findDraft(tx: Tx, actor: Actor, id: string): Promise<ArticleView> {
  mayReadArticles(actor)
  const key = numericId(id)
  const contents = key === undefined ? [] : await selectContents(tx, actor.workspace.id, [key])
  if (key === undefined || !contents.some(hasDraft)) throw problem(errors.notFound)
  return viewDraft(tx, actor, key)
}

/** Puts changes to a published article aside; only its texts can wait. 422 for a text that is not published. */
export async function stageDraft(
  tx: Tx,
  actor: Actor,
  id: string,
  request: Static<typeof UpdateArticleRequest>,
): Promise<ArticleView> {
  mayWriteArticles(actor)
  const { articleId, contents, helpCenter, main } = await lockArticle(tx, actor, id)
  if (main.state !== 'published') throw problem(errors.draftNeedsPublished)
  const { title, description, body, body_markdown, author_id, translated_content } = request
  const texts = { title, description, body, body_markdown, author_id, translated_content }
  for (const [locale, given] of await readLanguages(tx, actor, texts, helpCenter)) {
    if (!given || saysNothing(given)) continue
    const row = contents.find(each => each.locale === locale)
    if (row?.state !== 'published') throw problem(errors.draftNeedsPublished)
    await stage(tx, actor, row, given.text)
  }
  await updateArticleRow(tx, actor, articleId, {})
  await append(tx, actor, articleUpdated(articleId))
  return viewDraft(tx, actor, articleId)
}

/** Publishes the changes that wait, in the languages named where there are several. */
export async function publishDraft(
  tx: Tx,
  actor: Actor,
  id: string,
  { locales }: { locales?: string[] | undefined },
): Promise<ArticleView> {
  mayWriteArticles(actor)
  const { articleId, contents, helpCenter, main } = await lockArticle(tx, actor, id)
  if (!contents.some(hasDraft)) throw problem(errors.noDraft)
  if (isMultilingual(helpCenter) && !locales?.length) throw problem(errors.draftLocalesMissing)
  const asked = locales?.length ? locales : [main.locale]
  const drafts = contents.filter(row => hasDraft(row) && asked.includes(row.locale))
  const unchanged = asked.filter(locale => !drafts.some(row => row.locale === locale))
  if (unchanged.length > 0)
    throw problem(
      errors.draftLocaleUnchanged,
      `${errors.draftLocaleUnchanged.message}: ${unchanged.join(', ')}`,
    )
  for (const row of drafts) await goLive(tx, actor, { row, text: {}, state: 'published' })
  await updateArticleRow(tx, actor, articleId, {})
  await append(tx, actor, articleUpdated(articleId))
  return viewOneArticle(tx, actor, articleId)
}

const hasDraft = (row: ContentRow): boolean => row.draft_version_id !== null

async function viewDraft(tx: Tx, actor: Actor, id: number): Promise<ArticleView> {
  const [view] = await viewArticles(tx, actor, [id], 'draft')
  if (!view) throw problem(errors.notFound)
  return view
}
