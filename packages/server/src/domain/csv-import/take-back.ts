import { Problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { archiveAttribute } from '../data-attribute/index.ts'
import { deleteTag } from '../tag/index.ts'
import { type Change, deleteChanges, type Kept, markKept, selectOpenChanges } from './changes.sql.ts'
import { hasValues, type ImportRow, isIdleTag } from './csv-import.sql.ts'
import { takeBackCompanies } from './take-back-companies.ts'
import { takeBackContacts } from './take-back-contacts.ts'

/** How much is taken back in one transaction. */
const AT_ONCE = 200

/**
 * Takes back some of what an import did: what it made goes, what it changed is as it was. What somebody has changed since, or has
 * come to use, stays as it is, and is noted with the reason. Whether that was the last of it.
 */
export async function takeBack(
  tx: Tx,
  actor: Actor,
  file: ImportRow,
): Promise<{ undone: number; kept: number; isOver: boolean }> {
  const changes = await selectOpenChanges(tx, file, AT_ONCE)
  const of = (type: Change['object_type']) => changes.filter(({ object_type }) => object_type === type)
  const kept: Kept[] = [
    ...(await takeBackContacts(tx, actor, { file, changes: of('contact') })),
    ...(await takeBackCompanies(tx, actor, { file, changes: of('company') })),
  ]
  await markKept(tx, file, kept)
  const isKept = new Set(kept.map(({ type, id }) => `${type} ${id}`))
  for (const type of ['contact', 'company'] as const) {
    const ids = of(type).flatMap(({ object_id }) => (isKept.has(`${type} ${object_id}`) ? [] : [object_id]))
    if (ids.length > 0) await deleteChanges(tx, file, { type, ids })
  }
  const isOver = changes.length < AT_ONCE
  if (isOver) await tidy(tx, actor, file)
  return { undone: changes.length - kept.length, kept: kept.length, isOver }
}

/** Attributes that came with the file go where nothing has a value for them, and so does a tag that is on nothing. */
async function tidy(tx: Tx, actor: Actor, { model, tag_id, ...file }: ImportRow): Promise<void> {
  for (const name of file.made_attributes)
    if (!(await hasValues(tx, actor.workspace.id, model, name)))
      await atBest(() => archiveAttribute(tx, actor, { model, name }))
  const since = file.created_at
  if (tag_id !== null && (await isIdleTag(tx, actor.workspace.id, { tagId: tag_id, since })))
    await atBest(() => deleteTag(tx, actor, String(tag_id)))
}

/** A segment may ask for it meanwhile: then it stays. Refusals are made before anything is written. */
async function atBest(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}
