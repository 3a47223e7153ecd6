import { errors, problem } from '@guichet/contract/errors.ts'
import type { HelpCenter } from '@guichet/contract/models/help-center.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { mayReadArticles } from './help-center.policy.ts'
import { appendLocales, type HelpCenterRow, selectHelpCenters } from './help-center.sql.ts'
import { viewHelpCenter } from './help-center.view.ts'

type HelpCenterView = Static<typeof HelpCenter>

/** Every help center of the workspace. */
export async function listHelpCenters(
  tx: Tx,
  actor: Actor,
): Promise<{ type: 'list'; data: HelpCenterView[] }> {
  mayReadArticles(actor)
  const rows = await selectHelpCenters(tx, actor.workspace.id)
  return { type: 'list', data: rows.map(row => viewHelpCenter(actor, row)) }
}

/** One help center; 404 when there is none. */
export async function findHelpCenter(tx: Tx, actor: Actor, id: string): Promise<HelpCenterView> {
  mayReadArticles(actor)
  return viewHelpCenter(actor, await requireHelpCenter(tx, actor, id))
}

/** The help center of an id; 404 with the error of the route when there is none. */
export async function requireHelpCenter(
  tx: Tx,
  actor: Actor,
  id: string | number,
  unknown: (typeof errors)['notFound' | 'resourceNotFound'] = errors.notFound,
): Promise<HelpCenterRow> {
  const key = numericId(id)
  const rows = await selectHelpCenters(tx, actor.workspace.id)
  const row = rows.find(each => each.id === key)
  if (!row) throw problem(unknown)
  return row
}

/** The help center that content goes to when nobody names one. */
export async function defaultHelpCenter(tx: Tx, actor: Actor): Promise<HelpCenterRow> {
  const [row] = await selectHelpCenters(tx, actor.workspace.id)
  if (!row) throw new Error('a workspace has no help center')
  return row
}

/** Every help center by its id, and the default one. */
export async function helpCentersById(
  tx: Tx,
  actor: Actor,
): Promise<{ all: Map<number, HelpCenterRow>; main: HelpCenterRow }> {
  const rows = await selectHelpCenters(tx, actor.workspace.id)
  const [main] = rows
  if (!main) throw new Error('a workspace has no help center')
  return { all: new Map(rows.map(row => [row.id, row])), main }
}

/** A help center speaks every language somebody has written content in. */
export async function addLocales(
  tx: Tx,
  actor: Actor,
  helpCenter: HelpCenterRow,
  locales: string[],
): Promise<void> {
  const fresh = locales.filter(locale => !helpCenter.locales.includes(locale))
  if (fresh.length > 0) await appendLocales(tx, actor, helpCenter.id, fresh)
}
