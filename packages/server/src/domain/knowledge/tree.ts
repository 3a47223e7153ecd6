import type { KnowledgeLeaf, KnowledgeShelf, KnowledgeTree } from '@guichet/contract/models/knowledge.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { readContents } from '../collection/index.ts'
import { type HelpCenterRow, helpCentersById, mayReadArticles, viewSite } from '../help-center/index.ts'
import {
  selectEveryArticle,
  selectEveryCollection,
  selectEveryLanguage,
  selectEveryPlace,
} from './tree.sql.ts'

type Collections = Awaited<ReturnType<typeof selectEveryCollection>>
type Languages = Awaited<ReturnType<typeof selectEveryLanguage>>
type Places = Awaited<ReturnType<typeof selectEveryPlace>>

/** Everything there is to read, in its order, without the texts. */
export async function knowledgeTree(tx: Tx, actor: Actor): Promise<Static<typeof KnowledgeTree>> {
  mayReadArticles(actor)
  const { id } = actor.workspace
  const [{ all, main }, collections, articles, languages, places] = await Promise.all([
    helpCentersById(tx, actor),
    selectEveryCollection(tx, id),
    selectEveryArticle(tx, id),
    selectEveryLanguage(tx, id),
    selectEveryPlace(tx, id),
  ])
  const textsOf = Map.groupBy(languages, row => row.article_id)
  const placesOf = Map.groupBy(places, row => row.article_id)
  return {
    type: 'knowledge_tree',
    sites: [...all.values()].map(row => viewSite(actor, row)),
    collections: collections.map(row => viewShelf(row, all.get(row.help_center_id) ?? main)),
    articles: articles.map(row => viewLeaf(row, textsOf.get(row.id) ?? [], placesOf.get(row.id) ?? [], main)),
    places: [...Map.groupBy(places, row => row.collection_id)].map(([collection_id, rows]) => ({
      collection_id: String(collection_id),
      article_ids: rows.map(row => String(row.article_id)),
    })),
  }
}

function viewShelf(
  row: Collections[number],
  { default_locale }: HelpCenterRow,
): Static<typeof KnowledgeShelf> {
  const texts = readContents(row.contents)
  const text = texts[default_locale] ?? Object.values(texts)[0]
  return {
    ...{ id: String(row.id), help_center_id: String(row.help_center_id) },
    parent_id: row.parent_id === null ? null : String(row.parent_id),
    ...{ name: text?.name ?? '', description: text?.description ?? '', locales: Object.keys(texts) },
  }
}

function viewLeaf(
  row: Awaited<ReturnType<typeof selectEveryArticle>>[number],
  texts: Languages,
  places: Places,
  { default_locale }: HelpCenterRow,
): Static<typeof KnowledgeLeaf> {
  const main = texts.find(({ locale }) => locale === default_locale) ?? texts[0]
  return {
    ...{ id: String(row.id), title: main?.title ?? '', author_id: String(main?.author_id ?? 0) },
    collection_ids: places
      .toSorted((a, b) => a.position - b.position)
      .map(({ collection_id }) => String(collection_id)),
    languages: texts.map(({ locale, state, title, has_changes }) => ({
      ...{ locale, state, title, has_unpublished_changes: has_changes },
    })),
    ...{ updated_at: row.updated_at, views: row.views },
    scheduled_publish_at: row.scheduled_publish_at,
    scheduled_unpublish_at: row.scheduled_unpublish_at,
  }
}
