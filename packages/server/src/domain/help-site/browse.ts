import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { readContents } from '../collection/index.ts'
import type { HelpCenterRow } from '../help-center/index.ts'
import {
  selectEveryPage,
  selectLead,
  selectLeaves,
  selectPage,
  selectPopular,
  selectShelves,
} from './browse.sql.ts'

/** A collection as readers of one language see it. */
export interface Shelf {
  id: number
  parentId: number | undefined
  icon: string
  name: string
  description: string
  /** The languages it has a name in. */
  locales: string[]
  /** How many articles are in it and in what is inside it. */
  articles: number
}

/** An article in a list. */
export interface Leaf {
  id: number
  title: string
  description: string
}

/** An article to read. */
export interface Page extends Leaf {
  body: string
  author: string
  publishedAt: number
  updatedAt: number
  /** Its title in each language it can be read in. */
  titles: Map<string, string>
  /** The collections it is in, the first being its home. */
  collectionIds: number[]
}

/** Every collection of a help center with something to read in the language, in their order. */
export async function shelvesOf(
  tx: Tx,
  actor: Actor,
  helpCenter: HelpCenterRow,
  locale: string,
): Promise<Shelf[]> {
  const rows = await selectShelves(tx, actor.workspace.id, helpCenter.id, locale)
  const inside = Map.groupBy(rows, row => row.parent_id)
  const total = (row: (typeof rows)[number]): number =>
    (inside.get(row.id) ?? []).reduce((sum, each) => sum + total(each), row.articles ?? 0)
  return rows
    .map(row => {
      const texts = readContents(row.contents)
      const text = texts[locale] ?? texts[helpCenter.default_locale]
      return {
        ...{ id: row.id, parentId: row.parent_id ?? undefined, icon: row.icon, articles: total(row) },
        ...{ name: text?.name ?? '', description: text?.description ?? '', locales: Object.keys(texts) },
      }
    })
    .filter(({ articles }) => articles > 0)
}

/** What is in some collections, by collection. */
export async function leavesOf(
  tx: Tx,
  actor: Actor,
  shelves: Shelf[],
  locale: string,
): Promise<Map<number, Leaf[]>> {
  const ids = shelves.map(({ id }) => id)
  return Map.groupBy(await selectLeaves(tx, actor.workspace.id, ids, locale), leaf => leaf.collection_id)
}

/** The articles of a language that readers have looked at most. */
export const popularLeaves = (
  tx: Tx,
  actor: Actor,
  helpCenter: HelpCenterRow,
  of: { locale: string; limit: number },
): Promise<Leaf[]> => selectPopular(tx, actor.workspace.id, { helpCenter, ...of })

/** An article in a language; in the language it has where it lacks that one, so that no address is a dead end. */
export async function pageOf(
  tx: Tx,
  actor: Actor,
  id: number,
  locale: string,
): Promise<(Page & { locale: string }) | undefined> {
  const languages = await selectPage(tx, actor.workspace.id, id)
  const row = languages.find(each => each.locale === locale) ?? languages[0]
  return (
    row && {
      ...{ id, locale: row.locale, title: row.title, description: row.description, body: row.body },
      ...{ author: row.author, updatedAt: row.updated_at },
      publishedAt: row.first_published_at ?? row.updated_at,
      titles: new Map(languages.map(each => [each.locale, each.title])),
      collectionIds: row.collection_ids ?? [],
    }
  )
}

/** Every page that readers find, for the map of the site. */
export const everyPage = (tx: Tx, actor: Actor, helpCenter: HelpCenterRow) =>
  selectEveryPage(tx, actor.workspace.id, helpCenter)

/** Where an old address leads; undefined for one that nobody keeps. */
export async function leadFrom(
  tx: Tx,
  actor: Actor,
  helpCenter: HelpCenterRow,
  path: string,
): Promise<{ kind: 'articles' | 'collections'; id: number; locale: string } | undefined> {
  const row = await selectLead(tx, actor.workspace.id, helpCenter.id, path)
  if (!row) return undefined
  return row.article_id === null
    ? { kind: 'collections', id: row.collection_id ?? 0, locale: row.locale }
    : { kind: 'articles', id: row.article_id, locale: row.locale }
}

/** The id at the beginning of `39-this-is-the-article-title`. */
export const idOfSlug = (slug: string): number => numericId(slug.split('-', 1)[0] ?? '') ?? 0
