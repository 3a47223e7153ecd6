import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { InboxView } from '@guichet/contract/models/inbox-view.ts'
import type { InboxViewRequest } from '@guichet/contract/operations/inbox/inbox-views.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { mayChangeView, mayKeepViews, mayShareViews } from './inbox-view.policy.ts'
import {
  countViewsOf,
  deleteViewRow,
  type InboxViewRow,
  insertView,
  selectOneView,
  updateViewRow,
} from './inbox-view.sql.ts'
import { viewInboxView } from './inbox-view.view.ts'

type Request = Static<typeof InboxViewRequest>
type View = Static<typeof InboxView>

/** As many views one teammate keeps at most: each is counted for whoever sees it. */
const MOST = 50
const LONGEST_NAME = 100

/** Keeps a view. Its rules are those of a search, which its caller has compiled. 400 for one without a name, or too many. */
export async function createInboxView(tx: Tx, actor: Actor, request: Request): Promise<View> {
  mayKeepViews(actor)
  const view = readView(actor, request)
  if ((await countViewsOf(tx, actor.workspace.id, actor.adminId)) >= MOST)
    throw invalid(`A teammate keeps at most ${MOST} views`, 'name')
  const id = await insertView(tx, actor.workspace.id, { ...view, admin_id: actor.adminId }, actor.now)
  return viewInboxView(await requireView(tx, actor, id))
}

/** Changes a view; 404 for one that is not there or somebody else's own, 403 for a shared one of others. */
export async function updateInboxView(
  tx: Tx,
  actor: Actor,
  { id: named, request }: { id: string; request: Request },
): Promise<View> {
  mayKeepViews(actor)
  const before = await requireView(tx, actor, named)
  mayChangeView(actor, before)
  const changes = { ...readView(actor, request), updated_at: actor.now }
  await updateViewRow(tx, actor.workspace.id, before.id, changes)
  return viewInboxView(await requireView(tx, actor, before.id))
}

/** Gives up a view; refused as changing it is. */
export async function deleteInboxView(tx: Tx, actor: Actor, id: string): Promise<void> {
  mayKeepViews(actor)
  const view = await requireView(tx, actor, id)
  mayChangeView(actor, view)
  await deleteViewRow(tx, actor.workspace.id, view.id)
}

async function requireView(tx: Tx, actor: Actor, id: string | number): Promise<InboxViewRow> {
  const row = await byNumericId(id, key => selectOneView(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.notFound)
  return row
}

function readView(actor: Actor, { name, rules, sort, is_shared }: Request) {
  if (is_shared) mayShareViews(actor)
  const written = name.trim().slice(0, LONGEST_NAME)
  if (written === '') throw missing('name')
  return { name: written, rules, sort, is_shared }
}
