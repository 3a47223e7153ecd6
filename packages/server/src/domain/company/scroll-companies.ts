import { errors, problem } from '@guichet/contract/errors.ts'
import type { CompanyScroll } from '@guichet/contract/models/company.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { isUuid } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { mayReadCompanies } from './company.policy.ts'
import { viewCompanies } from './company.view.ts'
import { selectIdsAfter } from './listed.sql.ts'
import {
  deleteExpiredScrolls,
  deleteScroll,
  insertScroll,
  lockScroll,
  moveScroll,
  scrollIsOpen,
} from './scroll.sql.ts'

/**
 * The next batch of every company there is, under a parameter that stays the same until an empty batch ends the scroll or
 * nobody asks for a minute. Without a parameter a scroll begins; in strict mode there is one at a time.
 */
export async function scrollCompanies(
  tx: Tx,
  actor: Actor,
  param: string | undefined,
): Promise<Static<typeof CompanyScroll>> {
  mayReadCompanies(actor)
  const { scroll_param, after } = await (param ? resume(tx, actor, param) : begin(tx, actor))
  const ids = await selectIdsAfter(tx, actor, after, BATCH)
  const last = ids.at(-1)
  if (last === undefined) {
    await deleteScroll(tx, actor.workspace.id, scroll_param)
    return { type: 'list', data: [], pages: null, total_count: null, scroll_param: null }
  }
  const expires_at = actor.now + IDLE_SECONDS
  await moveScroll(tx, actor.workspace.id, { scroll_param, position: { after: last }, expires_at })
  const data = await viewCompanies(tx, actor, ids)
  return { type: 'list', data, pages: null, total_count: null, scroll_param }
}

interface Place {
  scroll_param: string
  /** The last id that was given out; empty at the start, before every id. */
  after: string
}

async function begin(tx: Tx, actor: Actor): Promise<Place> {
  await deleteExpiredScrolls(tx, actor)
  if (actor.strict && (await scrollIsOpen(tx, actor.workspace.id))) throw problem(errors.scrollExists)
  const { scroll_param } = await insertScroll(tx, actor.workspace.id, actor.now + IDLE_SECONDS)
  return { scroll_param, after: '' }
}

async function resume(tx: Tx, actor: Actor, param: string): Promise<Place> {
  const scroll = isUuid(param) ? await lockScroll(tx, actor, param) : undefined
  if (!scroll) throw problem(errors.scrollNotFound)
  return { scroll_param: param, after: afterOf(scroll.position) }
}

function afterOf(position: unknown): string {
  if (typeof position !== 'object' || position === null || !('after' in position)) return ''
  return String(position.after)
}

const BATCH = 100
const IDLE_SECONDS = 60
