import { collectionsNest } from '@guichet/contract/changes/gates.ts'
import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { CollectionList, DeletedCollection } from '@guichet/contract/models/collection.ts'
import type {
  CreateCollectionRequest,
  UpdateCollectionRequest,
} from '@guichet/contract/operations/collections.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import {
  addLocales,
  defaultHelpCenter,
  helpCentersById,
  mayReadArticles,
  mayWriteArticles,
  requireHelpCenter,
} from '../help-center/index.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import { changedContents } from './collection.input.ts'
import {
  type CollectionRow,
  deleteCollectionRow,
  insertCollection,
  type Level,
  selectCollection,
  selectCollections,
  selectPlaces,
  updateCollectionRow,
} from './collection.sql.ts'
import { type CollectionView, readContents, viewCollection } from './collection.view.ts'

/** One page of collections, those changed last first. Where versions have sections, those are not among them. */
export async function listCollections(
  tx: Tx,
  actor: Actor,
  query: PageQuery,
): Promise<Static<typeof CollectionList>> {
  mayReadArticles(actor)
  const page = numberedPage(query, { usual: 20, most: 150 })
  const [{ rows, total }, { all, main }] = await Promise.all([
    selectCollections(tx, actor.workspace.id, { level: levelFor(actor), page }),
    helpCentersById(tx, actor),
  ])
  return {
    type: 'list',
    data: rows.map(row => viewCollection(actor, row, all.get(row.help_center_id) ?? main)),
    total_count: total,
    pages: numberedPages(actor, '/help_center/collections', query, page, total),
  }
}

/** One collection; 404 when there is none. */
export async function findCollection(tx: Tx, actor: Actor, id: string): Promise<CollectionView> {
  mayReadArticles(actor)
  return view(tx, actor, await requireRow(tx, actor, id, levelFor(actor)))
}

/** Makes a collection, at the top of a help center or inside another collection. */
export async function createCollection(
  tx: Tx,
  actor: Actor,
  request: Static<typeof CreateCollectionRequest>,
): Promise<CollectionView> {
  mayWriteArticles(actor)
  const parent = request.parent_id == null ? undefined : await requireParent(tx, actor, request.parent_id)
  const named = parent?.help_center_id ?? request.help_center_id
  const helpCenter =
    named == null ? await defaultHelpCenter(tx, actor) : await requireHelpCenter(tx, actor, named)
  const contents = changedContents({}, request, helpCenter.default_locale)
  const id = await insertCollection(tx, actor, {
    ...{ help_center_id: helpCenter.id, parent_id: parent?.id ?? null, contents: json(contents) },
  })
  await addLocales(tx, actor, helpCenter, Object.keys(contents))
  return view(tx, actor, await requireRow(tx, actor, String(id), 'any'))
}

/** Changes a collection's texts or its place; 404 when there is none. */
export async function updateCollection(
  tx: Tx,
  actor: Actor,
  id: string,
  request: Static<typeof UpdateCollectionRequest>,
): Promise<CollectionView> {
  mayWriteArticles(actor)
  return changeCollection(tx, actor, await requireRow(tx, actor, id, levelFor(actor)), request)
}

/** Changes a collection of any level, which its caller has found. */
export async function changeCollection(
  tx: Tx,
  actor: Actor,
  row: CollectionRow,
  request: Static<typeof UpdateCollectionRequest>,
): Promise<CollectionView> {
  const helpCenter = await requireHelpCenter(tx, actor, row.help_center_id)
  const contents = changedContents(readContents(row.contents), request, helpCenter.default_locale)
  const place =
    request.parent_id === undefined ? {} : { parent_id: await newParent(tx, actor, row, request.parent_id) }
  await updateCollectionRow(tx, actor, row.id, { contents: json(contents), ...place })
  await addLocales(tx, actor, helpCenter, Object.keys(contents))
  return view(tx, actor, await requireRow(tx, actor, String(row.id), 'any'))
}

/** Deletes a collection with those inside it; articles stay. 404 when there is none. */
export async function deleteCollection(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Static<typeof DeletedCollection>> {
  mayWriteArticles(actor)
  const row = await requireRow(tx, actor, id, levelFor(actor))
  await deleteCollectionRow(tx, actor.workspace.id, row.id)
  return { id: String(row.id), object: 'collection', deleted: true }
}

const levelFor = (actor: Actor): Level => (actor.gates.has(collectionsNest) ? 'any' : 'top')

/** The stored collection of an id; 404 when there is none at that level. */
export async function requireRow(tx: Tx, actor: Actor, id: string, level: Level): Promise<CollectionRow> {
  const key = numericId(id)
  const row = key === undefined ? undefined : await selectCollection(tx, actor.workspace.id, key, level)
  if (!row) throw problem(errors.notFound)
  return row
}

async function requireParent(tx: Tx, actor: Actor, id: string): Promise<CollectionRow> {
  const key = numericId(id)
  const row = key === undefined ? undefined : await selectCollection(tx, actor.workspace.id, key, 'any')
  if (!row) throw invalid('parent_id names a collection that does not exist', 'parent_id')
  return row
}

/** The parent a collection moves to, which must not be inside it, nor in another help center. */
export async function newParent(
  tx: Tx,
  actor: Actor,
  row: CollectionRow,
  id: string | null,
): Promise<number | null> {
  if (id === null) return null
  const parent = await requireParent(tx, actor, id)
  if (parent.help_center_id !== row.help_center_id)
    throw invalid('parent_id names a collection of another help center', 'parent_id')
  const places = new Map(
    (await selectPlaces(tx, actor.workspace.id)).map(place => [place.id, place.parent_id]),
  )
  for (let at: number | null = parent.id; at !== null; at = places.get(at) ?? null)
    if (at === row.id) throw invalid('A collection cannot be inside itself', 'parent_id')
  return parent.id
}

async function view(tx: Tx, actor: Actor, row: CollectionRow): Promise<CollectionView> {
  return viewCollection(actor, row, await requireHelpCenter(tx, actor, row.help_center_id))
}
