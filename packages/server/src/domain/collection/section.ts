import type { DeletedSection, Section, SectionList } from '@guichet/contract/models/section.ts'
import type { CreateSectionRequest, UpdateSectionRequest } from '@guichet/contract/operations/sections.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { helpCentersById, mayReadArticles, mayWriteArticles } from '../help-center/index.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import { deleteCollectionRow, selectCollections } from './collection.sql.ts'
import { changeCollection, createCollection, requireRow } from './collection.ts'
import { type CollectionView, viewCollection } from './collection.view.ts'

type SectionView = Static<typeof Section>

/** Sections are what early versions called collections inside collections: one page of them, those changed last first. */
export async function listSections(
  tx: Tx,
  actor: Actor,
  query: PageQuery,
): Promise<Static<typeof SectionList>> {
  mayReadArticles(actor)
  const page = numberedPage(query, { usual: 20, most: 150 })
  const [{ rows, total }, { all, main }] = await Promise.all([
    selectCollections(tx, actor.workspace.id, { level: 'inner', page }),
    helpCentersById(tx, actor),
  ])
  return {
    type: 'list',
    data: rows.map(row => viewSection(viewCollection(actor, row, all.get(row.help_center_id) ?? main))),
    total_count: total,
    pages: numberedPages(actor, '/help_center/sections', query, page, total),
  }
}

/** One section; 404 when there is none. */
export async function findSection(tx: Tx, actor: Actor, id: string): Promise<SectionView> {
  mayReadArticles(actor)
  const row = await requireRow(tx, actor, id, 'inner')
  const { all, main } = await helpCentersById(tx, actor)
  return viewSection(viewCollection(actor, row, all.get(row.help_center_id) ?? main))
}

/** Makes a section in a collection. */
export async function createSection(
  tx: Tx,
  actor: Actor,
  { parent_id, ...request }: Static<typeof CreateSectionRequest>,
): Promise<SectionView> {
  return viewSection(await createCollection(tx, actor, { ...request, parent_id: String(parent_id) }))
}

/** Changes a section; 404 when there is none. */
export async function updateSection(
  tx: Tx,
  actor: Actor,
  id: string,
  { parent_id, ...request }: Static<typeof UpdateSectionRequest>,
): Promise<SectionView> {
  mayWriteArticles(actor)
  const row = await requireRow(tx, actor, id, 'inner')
  const place = parent_id === undefined ? {} : { parent_id: String(parent_id) }
  return viewSection(await changeCollection(tx, actor, row, { ...request, ...place }))
}

/** Deletes a section; 404 when there is none. */
export async function deleteSection(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Static<typeof DeletedSection>> {
  mayWriteArticles(actor)
  const row = await requireRow(tx, actor, id, 'inner')
  await deleteCollectionRow(tx, actor.workspace.id, row.id)
  return { id: String(row.id), object: 'section', deleted: true }
}

function viewSection(collection: CollectionView): SectionView {
  const { description: _, help_center_id: __, parent_id, ...section } = collection
  return { type: 'section', ...section, parent_id: parent_id === null ? null : Number(parent_id) }
}
