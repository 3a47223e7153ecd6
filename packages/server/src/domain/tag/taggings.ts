import { errors, problem } from '@guichet/contract/errors.ts'
import type { AppliedTag } from '@guichet/contract/models/tag.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { mayWriteTags } from './tag.policy.ts'
import { viewAppliedTag } from './tag.view.ts'
import {
  deleteTaggings,
  insertTaggings,
  selectTagging,
  selectTaggings,
  type Taggable,
} from './taggings.sql.ts'

type AppliedTagView = Static<typeof AppliedTag>

/** One object that carries tags. */
export interface Tagged {
  type: Taggable
  id: string
}

/** A tagging as it stands after a command, and whether the command is what changed it. */
export interface Tagging {
  tag: AppliedTagView
  changed: boolean
}

/** Puts a tag on an object its caller has checked; a tag that is there already stays as it is. 404 for no such tag. */
export async function applyTag(
  tx: Tx,
  actor: Actor,
  { on, tagId }: { on: Tagged; tagId: string },
): Promise<Tagging> {
  mayWriteTags(actor)
  const key = requireId(tagId)
  const changed = await insertTaggings(tx, actor, { type: on.type, ids: [on.id], tagId: key })
  const row = await selectTagging(tx, actor.workspace.id, on, key)
  if (row?.applied_at == null) throw problem(errors.tagNotFound)
  return { tag: viewAppliedTag(row), changed: changed.length > 0 }
}

/** Takes a tag off an object; taking off what is not there is fine. 404 for no such tag. */
export async function liftTag(
  tx: Tx,
  actor: Actor,
  { on, tagId }: { on: Tagged; tagId: string },
): Promise<Tagging> {
  mayWriteTags(actor)
  const key = requireId(tagId)
  const row = await selectTagging(tx, actor.workspace.id, on, key)
  if (!row) throw problem(errors.tagNotFound)
  const changed = await deleteTaggings(tx, actor.workspace.id, { type: on.type, ids: [on.id], tagId: key })
  return { tag: viewAppliedTag(row), changed: changed.length > 0 }
}

/** Objects of one kind that their caller has checked. */
export interface TagMany {
  type: Taggable
  ids: string[]
  tagId: string
}

/** Puts a tag on many objects; the ids of those that did not have it. */
export async function applyTagTo(tx: Tx, actor: Actor, { type, ids, tagId }: TagMany): Promise<Set<string>> {
  mayWriteTags(actor)
  if (ids.length === 0) return new Set()
  return new Set(await insertTaggings(tx, actor, { type, ids, tagId: requireId(tagId) }))
}

/** Takes a tag off many objects; the ids of those that had it. */
export async function liftTagFrom(tx: Tx, actor: Actor, { type, ids, tagId }: TagMany): Promise<Set<string>> {
  mayWriteTags(actor)
  if (ids.length === 0) return new Set()
  return new Set(await deleteTaggings(tx, actor.workspace.id, { type, ids, tagId: requireId(tagId) }))
}

/** The tags on many objects of one kind, by object id, the latest applied first. */
export async function tagsOn(
  tx: Tx,
  workspaceId: string,
  type: Taggable,
  ids: string[],
): Promise<Map<string, AppliedTagView[]>> {
  const rows = ids.length === 0 ? [] : await selectTaggings(tx, { workspaceId, type, ids })
  const byObject = Map.groupBy(rows, row => row.object_id)
  return new Map(byObject.entries().map(([id, tags]) => [id, tags.map(viewAppliedTag)]))
}

function requireId(tagId: string): number {
  const key = numericId(tagId)
  if (key === undefined) throw problem(errors.tagNotFound)
  return key
}
