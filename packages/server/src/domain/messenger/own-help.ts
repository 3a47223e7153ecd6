import { errors, problem } from '@guichet/contract/errors.ts'
import type {
  MessengerArticle,
  MessengerArticleLine,
  MessengerArticleList,
  MessengerCollectionList,
} from '@guichet/contract/models/messenger.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { defaultHelpCenter, type HelpCenterRow, pageAddress } from '../help-center/index.ts'
import { recordSearch } from '../help-search/index.ts'
import {
  countOpinion,
  countView,
  type Leaf,
  leavesOf,
  type Opinion,
  pageOf,
  popularLeaves,
  searchSite,
  shelvesOf,
} from '../help-site/index.ts'
import { numberedPage } from '../paging.ts'

type Line = Static<typeof MessengerArticleLine>

/** What there is to read of articles in a language, as the help center has it to itself or to the world. */
export async function browseHelp(
  tx: Tx,
  actor: Actor,
  locale: string | undefined,
): Promise<Static<typeof MessengerCollectionList>> {
  const { helpCenter, language } = await shownIn(tx, actor, locale)
  const shelves = await shelvesOf(tx, actor, helpCenter, language)
  const leaves = await leavesOf(tx, actor, shelves, language)
  const data = shelves.map(({ id, parentId, name, description, articles }) => ({
    ...{ id: String(id), parent_id: parentId === undefined ? null : String(parentId), name, description },
    ...{ article_count: articles, articles: (leaves.get(id) ?? []).map(lineOf) },
  }))
  return { type: 'list', data }
}

/** Articles by a phrase, the best first. */
export async function searchHelp(
  tx: Tx,
  actor: Actor,
  { phrase, locale }: { phrase: string; locale?: string },
): Promise<Static<typeof MessengerArticleList>> {
  const { helpCenter, language } = await shownIn(tx, actor, locale)
  const page = numberedPage({}, { usual: MOST_FOUND, most: MOST_FOUND })
  const asked = { helpCenter, phrase: phrase.slice(0, LONGEST_PHRASE), locale: language, page }
  const { total, found } = await searchSite(tx, actor, asked)
  const data = found.map(({ id, title, excerpt }) => ({
    ...{ id: String(id), title, excerpt: excerpt.map(({ text }) => text).join('') },
  }))
  return { type: 'list', data, total_count: total }
}

/** Remembers what somebody looked for, without who it was. What it found is looked up here, not taken from a browser. */
export async function rememberSearch(
  tx: Tx,
  actor: Actor,
  asked: { phrase: string; locale?: string },
): Promise<void> {
  const { language } = await shownIn(tx, actor, asked.locale)
  const { total_count } = await searchHelp(tx, actor, asked)
  await recordSearch(tx, actor, { phrase: asked.phrase, locale: language, found: total_count })
}

const MOST_FOUND = 10
const LONGEST_PHRASE = 200

/** An article to read; 404 where readers find none. */
export async function readHelp(
  tx: Tx,
  actor: Actor,
  { id: named, locale }: { id: string; locale: string | undefined },
): Promise<Static<typeof MessengerArticle>> {
  const { helpCenter, language } = await shownIn(tx, actor, locale)
  const page = await pageOf(tx, actor, numericId(named) ?? 0, language)
  if (!page) throw problem(errors.articleNotFound)
  const { id, title, description, body, author, updatedAt } = page
  const address = { locale: page.locale, kind: 'articles' as const, id, title }
  return {
    type: 'messenger_article',
    ...{ id: String(id), title, description, body, author, updated_at: updatedAt, locale: page.locale },
    url: helpCenter.website_turned_on ? pageAddress(actor, helpCenter, address) : null,
  }
}

/** Counts that an article is read; 404 where readers find none. */
export async function viewHelp(tx: Tx, actor: Actor, id: string): Promise<void> {
  await countView(tx, actor, Number((await readHelp(tx, actor, { id, locale: undefined })).id))
}

/** Counts how an article left its reader; 404 where readers find none. */
export async function judgeHelp(
  tx: Tx,
  actor: Actor,
  { id, opinion }: { id: string; opinion: Opinion },
): Promise<void> {
  await countOpinion(tx, actor, Number((await readHelp(tx, actor, { id, locale: undefined })).id), opinion)
}

/** The articles of a language that were read most. */
export async function readMost(tx: Tx, actor: Actor, locale: string | undefined): Promise<Line[]> {
  const { helpCenter, language } = await shownIn(tx, actor, locale)
  return (await popularLeaves(tx, actor, helpCenter, { locale: language, limit: MOST_POPULAR })).map(lineOf)
}

const MOST_POPULAR = 4

const lineOf = ({ id, title, description }: Leaf): Line => ({ id: String(id), title, excerpt: description })

/** The help center, and the language of it that is nearest to the one asked for. */
async function shownIn(
  tx: Tx,
  actor: Actor,
  locale: string | undefined,
): Promise<{ helpCenter: HelpCenterRow; language: string }> {
  const helpCenter = await defaultHelpCenter(tx, actor)
  const has = (wanted: string | undefined) => helpCenter.locales.find(each => each === wanted)
  const language = has(locale) ?? has(locale?.split('-', 1)[0]) ?? helpCenter.default_locale
  return { helpCenter, language }
}
