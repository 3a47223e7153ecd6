import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { DeletedFolder, Folder, FolderList } from '@guichet/contract/models/folder.ts'
import type { CreateFolderRequest, UpdateFolderRequest } from '@guichet/contract/operations/folders.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import { mayReadFolders, mayWriteFolders } from './folder.policy.ts'
import {
  deleteFolderRow,
  type FolderRow,
  insertFolder,
  selectFolder,
  selectFolders,
  updateFolderRow,
} from './folder.sql.ts'
import { folderWithin, requireFolder } from './folder-tree.ts'

type FolderView = Static<typeof Folder>

/** One page of folders, in the order they were made; those right inside one where that is asked. */
export async function listFolders(
  tx: Tx,
  actor: Actor,
  query: PageQuery & { parent_folder_id?: number },
): Promise<Static<typeof FolderList>> {
  mayReadFolders(actor)
  const page = numberedPage(query, { usual: 50, most: 150 })
  const { rows, total } = await selectFolders(tx, actor.workspace.id, {
    parentId: query.parent_folder_id,
    page,
  })
  return {
    type: 'list',
    data: rows.map(viewFolder),
    total_count: total,
    pages: numberedPages(actor, '/folders', query, page, total),
  }
}

/** One folder; 404 when there is none. */
export async function findFolder(tx: Tx, actor: Actor, id: string): Promise<FolderView> {
  mayReadFolders(actor)
  return viewFolder(await requireRow(tx, actor, id))
}

/** Makes a folder, at the top or inside another. */
export async function createFolder(
  tx: Tx,
  actor: Actor,
  { folder }: Static<typeof CreateFolderRequest>,
): Promise<FolderView> {
  mayWriteFolders(actor)
  const id = await insertFolder(tx, actor, {
    name: checkName(folder.name),
    description: checkText('description', folder.description ?? null, 10_000),
    emoji: checkText('emoji', folder.emoji ?? null, 64),
    parent_folder_id: await requireFolder(tx, actor, folder.parent_folder_id ?? null, 'parent_folder_id'),
  })
  return viewFolder(await requireRow(tx, actor, String(id)))
}

/** Changes a folder; what a request leaves out stays. */
export async function updateFolder(
  tx: Tx,
  actor: Actor,
  id: string,
  { folder }: Static<typeof UpdateFolderRequest>,
): Promise<FolderView> {
  mayWriteFolders(actor)
  const { id: key } = await requireRow(tx, actor, id)
  const { name, description, emoji, parent_folder_id } = folder
  await updateFolderRow(tx, actor, key, {
    ...(name !== undefined && { name: checkName(name) }),
    ...(description !== undefined && { description: checkText('description', description, 10_000) }),
    ...(emoji !== undefined && { emoji: checkText('emoji', emoji, 64) }),
    ...(parent_folder_id !== undefined && {
      parent_folder_id: await newParent(tx, actor, key, parent_folder_id),
    }),
  })
  return viewFolder(await requireRow(tx, actor, id))
}

/** Deletes a folder with the empty ones inside it; 422 while any of them has content. */
export async function deleteFolder(tx: Tx, actor: Actor, id: string): Promise<Static<typeof DeletedFolder>> {
  mayWriteFolders(actor)
  const { id: key } = await requireRow(tx, actor, id)
  const within = await folderWithin(tx, actor.workspace.id, key)
  if (within.some(folder => folder.content_count > 0)) throw problem(errors.folderInUse)
  await deleteFolderRow(tx, actor.workspace.id, key)
  return { id: key, object: 'folder', deleted: true }
}

async function newParent(tx: Tx, actor: Actor, id: number, parentId: number | null): Promise<number | null> {
  const within = await folderWithin(tx, actor.workspace.id, id)
  if (within.some(folder => folder.id === parentId))
    throw invalid('A folder cannot be inside itself', 'parent_folder_id')
  return requireFolder(tx, actor, parentId, 'parent_folder_id')
}

async function requireRow(tx: Tx, actor: Actor, id: string): Promise<FolderRow> {
  const key = numericId(id)
  const row = key === undefined ? undefined : await selectFolder(tx, actor.workspace.id, key)
  if (!row) throw problem(errors.notFound)
  return row
}

function checkName(name: string): string {
  if (name.trim() === '') throw missing('name')
  return checkText('name', name.trim(), 255)
}

function checkText<T extends string | null>(field: string, text: T, most: number): T {
  if (text !== null && text.length > most)
    throw invalid(`${field} must be at most ${most} characters long`, field)
  return text
}

const viewFolder = (row: FolderRow): FolderView => ({
  id: row.id,
  name: row.name,
  description: row.description,
  emoji: row.emoji,
  parent_folder_id: row.parent_folder_id,
  content_count: row.content_count,
  created_at: row.created_at,
  updated_at: row.updated_at,
})
