import { errors, missing, problem } from '@guichet/contract/errors.ts'
import type { Tag } from '@guichet/contract/models/tag.ts'
import type { TagUseList } from '@guichet/contract/operations/inbox/label-settings.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import { unlessTaken } from '../../db/savepoint.ts'
import type { Actor } from '../actor.ts'
import { mayReadTags, mayWriteTags } from './tag.policy.ts'
import {
  deleteRow,
  insertTag,
  renameRow,
  segmentsNaming,
  selectTag,
  selectTagNamed,
  selectTags,
  selectUses,
} from './tag.sql.ts'
import { viewTag } from './tag.view.ts'

type TagView = Static<typeof Tag>

/** Every tag of the workspace. */
export async function listTags(tx: Tx, actor: Actor): Promise<{ type: 'list'; data: TagView[] }> {
  mayReadTags(actor)
  const rows = await selectTags(tx, actor.workspace.id)
  return { type: 'list', data: rows.map(viewTag) }
}

/** How many things each tag is on. */
export async function listTagUses(tx: Tx, actor: Actor): Promise<Static<typeof TagUseList>> {
  mayReadTags(actor)
  const rows = await selectUses(tx, actor.workspace.id)
  const count = (id: number, type: string) =>
    rows.find(row => row.tag_id === id && row.object_type === type)?.uses ?? 0
  return {
    type: 'list',
    data: [...new Set(rows.map(row => row.tag_id))].map(id => ({
      ...{ id: String(id), contacts: count(id, 'contact'), companies: count(id, 'company') },
      conversations: count(id, 'conversation'),
    })),
  }
}

/** One tag; 404 when there is none. */
export async function findTag(tx: Tx, actor: Actor, id: string): Promise<TagView> {
  mayReadTags(actor)
  return viewTag(await requireTag(tx, actor, id))
}

/** The tag of that name, made when there is none yet; names are one whatever their case. */
export async function createOrFindTag(tx: Tx, actor: Actor, name: string): Promise<TagView> {
  mayWriteTags(actor)
  const wanted = checkName(name)
  const row = (await insertTag(tx, actor, wanted)) ?? (await selectTagNamed(tx, actor.workspace.id, wanted))
  if (!row) throw new Error('a tag that exists under its name could not be found by it')
  return viewTag(row)
}

/** Gives a tag another name; 400 when another tag has it. */
export async function renameTag(tx: Tx, actor: Actor, id: string, name: string): Promise<TagView> {
  mayWriteTags(actor)
  const wanted = checkName(name)
  const { id: key } = await requireTag(tx, actor, id)
  const renamed = await unlessTaken(tx, () => renameRow(tx, actor, key, wanted))
  if (!renamed) throw problem(errors.tagParametersInvalid)
  return viewTag({ id: key, name: wanted })
}

/** Deletes a tag everywhere; 400 while a segment is made of it. */
export async function deleteTag(tx: Tx, actor: Actor, id: string): Promise<undefined> {
  mayWriteTags(actor)
  const { id: key } = await requireTag(tx, actor, id)
  const segments = await segmentsNaming(tx, actor.workspace.id, key)
  if (segments.length > 0) throw inUse(segments.map(segment => segment.name))
  await deleteRow(tx, actor.workspace.id, key)
}

async function requireTag(tx: Tx, actor: Actor, id: string) {
  const [row] =
    (await byNumericId(id, key => selectTag(tx, { workspaceId: actor.workspace.id, id: key }))) ?? []
  if (!row) throw problem(errors.tagNotFound)
  return row
}

function checkName(name: string): string {
  const trimmed = name.trim()
  if (trimmed === '') throw missing('name')
  if (trimmed.length > LONGEST_NAME) throw problem(errors.tagParametersInvalid)
  return trimmed
}

const LONGEST_NAME = 255

const inUse = (segments: string[]) =>
  problem(errors.tagInUse, `Unable to delete Tag with dependent objects. Segments: ${segments.join(', ')}.`)
