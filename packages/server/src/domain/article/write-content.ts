import { errors, missing, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { clearAudiences, setAudiences } from '../audience/index.ts'
import { dropWords, keepWords } from '../content-words/index.ts'
import { type GivenContent, saysNothing } from './article.input.ts'
import {
  type ContentRow,
  deleteContentRow,
  insertContent,
  insertVersion,
  selectContents,
  type TextRow,
  updateContentRow,
} from './content.sql.ts'

/** One language of one article. */
export interface Place {
  articleId: number
  locale: string
}

/** Adds a language to an article; it needs a title, and an author of its own or the article's. */
export async function addContent(
  tx: Tx,
  actor: Actor,
  { place, given, authorId }: { place: Place; given: GivenContent; authorId?: number | undefined },
): Promise<void> {
  const { title, description = '', body = '', body_markdown = '', author_id = authorId } = given.text
  if (author_id === undefined) throw problem(errors.articleAuthorMissing)
  if (title === undefined) throw missing('title')
  const text = { title, description, body, body_markdown, author_id }
  const state = given.state ?? 'draft'
  const id = await insertContent(tx, actor, {
    ...{ article_id: place.articleId, locale: place.locale, state },
    version_id: await insertVersion(tx, actor, { ...place, text, from: null }),
    first_published_at: state === 'published' ? actor.now : null,
    ai_chatbot_availability: given.availability.ai_chatbot_availability ?? true,
    ai_copilot_availability: given.availability.ai_copilot_availability ?? true,
    ai_sales_agent_availability: given.availability.ai_sales_agent_availability ?? true,
  })
  await keepWords(tx, actor, { type: 'article_content', id }, { ...place, ...text, html: body })
  if (given.audienceIds) await setAudiences(tx, actor, { type: 'article_content', id }, given.audienceIds)
}

/**
 * Changes a language of an article. A published text with changes that wait, or whose publishing is put off, takes further
 * changes to those that wait, unless it is told to be published; all else goes live, with what waited.
 */
export async function changeContent(
  tx: Tx,
  actor: Actor,
  { row, given, delaysPublishing }: { row: ContentRow; given: GivenContent; delaysPublishing: boolean },
): Promise<void> {
  if (saysNothing(given)) return
  await changeSettings(tx, actor, row, given)
  const waits = delaysPublishing || (row.draft_version_id !== null && given.state === undefined)
  if (row.state === 'published' && waits) await stage(tx, actor, row, given.text)
  else
    await goLive(tx, actor, {
      row,
      text: given.text,
      state: (delaysPublishing ? undefined : given.state) ?? row.state,
    })
}

/** Puts changes aside until the draft is published. */
export async function stage(tx: Tx, actor: Actor, row: ContentRow, text: Partial<TextRow>): Promise<void> {
  if (Object.keys(text).length === 0) return
  const before = await textOf(tx, actor, row, 'draft')
  const from = row.draft_version_id ?? row.version_id
  const draft = await insertVersion(tx, actor, {
    articleId: row.article_id,
    locale: row.locale,
    text: { ...before, ...text },
    from,
  })
  await updateContentRow(tx, actor, row.id, { draft_version_id: draft })
}

/** Makes a text, with what waited to be published, the one that readers see once the state says so. */
export async function goLive(
  tx: Tx,
  actor: Actor,
  { row, text, state }: { row: ContentRow; text: Partial<TextRow>; state: ContentRow['state'] },
): Promise<void> {
  const now = { ...(await textOf(tx, actor, row, 'draft')), ...text }
  const place = { articleId: row.article_id, locale: row.locale }
  const from = row.draft_version_id ?? row.version_id
  const version_id =
    Object.keys(text).length === 0 ? from : await insertVersion(tx, actor, { ...place, text: now, from })
  const firstTime = state === 'published' && row.first_published_at === null
  await updateContentRow(tx, actor, row.id, {
    ...{ version_id, draft_version_id: null, state },
    ...(firstTime && { first_published_at: actor.now }),
  })
  if (version_id !== row.version_id)
    await keepWords(tx, actor, { type: 'article_content', id: row.id }, { ...place, ...now, html: now.body })
}

/** Takes languages away from an article, or what they leave behind from an article that goes altogether. */
export async function dropContents(tx: Tx, actor: Actor, ids: number[]): Promise<void> {
  await dropWords(tx, actor, 'article_content', ids)
  await clearAudiences(tx, actor, 'article_content', ids)
  for (const id of ids) await deleteContentRow(tx, actor.workspace.id, id)
}

async function changeSettings(tx: Tx, actor: Actor, row: ContentRow, given: GivenContent): Promise<void> {
  if (Object.keys(given.availability).length > 0)
    await updateContentRow(tx, actor, row.id, given.availability)
  if (given.audienceIds)
    await setAudiences(tx, actor, { type: 'article_content', id: row.id }, given.audienceIds)
}

async function textOf(tx: Tx, actor: Actor, row: ContentRow, reading: 'live' | 'draft'): Promise<TextRow> {
  const contents = await selectContents(tx, actor.workspace.id, [row.article_id], reading)
  const { title, description, body, body_markdown, author_id } =
    contents.find(({ id }) => id === row.id) ?? row
  return { title, description, body, body_markdown, author_id }
}
