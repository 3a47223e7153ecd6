import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import {
  type CompanyChange,
  deleteCompany,
  holdCompanies,
  restoreCompany,
  type StoredCompany,
} from '../company/index.ts'
import { liftTagFrom } from '../tag/index.ts'
import type { Change, Kept } from './changes.sql.ts'
import type { ImportRow } from './csv-import.sql.ts'
import { addedSince, changedSince, type State, stateOfCompany } from './state.ts'
import { selectUsedCompanies } from './uses.sql.ts'
import { withoutRefusal } from './without-refusal.ts'

/** Takes back what was done to some companies; those that stay as they are. */
export async function takeBackCompanies(
  tx: Tx,
  actor: Actor,
  { file, changes }: { file: ImportRow; changes: Change[] },
): Promise<Kept[]> {
  if (changes.length === 0) return []
  const ids = changes.map(({ object_id }) => object_id)
  const held = new Map((await holdCompanies(tx, actor, { ids })).map(row => [row.id, row]))
  const used = await selectUsedCompanies(tx, actor.workspace.id, ids)
  const kept: Kept[] = []
  for (const change of changes) {
    const now = held.get(change.object_id)
    if (!now) continue
    const why = await takeBackOne(tx, actor, { change, now, isUsed: used.has(now.id) })
    if (why) kept.push({ type: 'company', id: now.id, ...why })
    else if (change.tagged && file.tag_id !== null)
      await liftTagFrom(tx, actor, { type: 'company', ids: [now.id], tagId: String(file.tag_id) })
  }
  return kept
}

async function takeBackOne(
  tx: Tx,
  actor: Actor,
  { change, now, isUsed }: { change: Change; now: StoredCompany; isUsed: boolean },
): Promise<Pick<Kept, 'reason' | 'details'> | undefined> {
  const { before, after } = change
  const state = stateOfCompany(now)
  // Of a company that came with people only its name is known to be the import's.
  const added = before === null ? addedSince(after, state) : []
  const changed = [...changedSince(after, state), ...added]
  if (changed.length > 0) return { reason: 'changed', details: changed.join(', ') }
  if (before === null && isUsed) return { reason: 'in_use', details: null }
  return withoutRefusal(tx, () =>
    before === null ? deleteCompany(tx, actor, now.id) : restoreCompany(tx, actor, now.id, changeTo(before)),
  )
}

/** What makes a company what it was. */
function changeTo({ fields, attributes }: State): CompanyChange {
  const set = Object.entries(attributes).filter(([, value]) => value !== null)
  return {
    patch: fields,
    attributes: {
      set: Object.fromEntries(set),
      cleared: Object.keys(attributes).filter(name => attributes[name] === null),
    },
  }
}
