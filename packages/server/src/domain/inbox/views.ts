import { Problem } from '@guichet/contract/errors.ts'
import type { InboxView, InboxViewList } from '@guichet/contract/models/inbox-view.ts'
import type { InboxViewRequest } from '@guichet/contract/operations/inbox/inbox-views.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { parseQuery } from '@guichet/contract/search.ts'
import type { Expression, SqlBool } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { compileSearch } from '../../db/search/compile.ts'
import type { Actor } from '../actor.ts'
import { listedConversations, mayReadConversations } from '../conversation/index.ts'
import {
  createInboxView,
  type InboxViewRow,
  selectViewsFor,
  updateInboxView,
  viewInboxView,
} from '../inbox-view/index.ts'
import { withDates } from '../segment/index.ts'
import { inboxSearchable } from './inbox.search.ts'
import { countMeeting, IS_OPEN } from './inbox.sql.ts'

type Request = Static<typeof InboxViewRequest>
type View = Static<typeof InboxView>

/** The views of whoever asks: their own, and those that are shared. */
export async function listViews(tx: Tx, actor: Actor): Promise<Static<typeof InboxViewList>> {
  mayReadConversations(actor)
  const rows = await selectViewsFor(tx, actor.workspace.id, actor.adminId)
  return { type: 'list', data: rows.map(viewInboxView) }
}

/** Keeps a filter of conversations as a view; 400 for one that a search would refuse. */
export async function keepView(tx: Tx, actor: Actor, request: Request): Promise<View> {
  await compile(tx, actor, request.rules)
  return createInboxView(tx, actor, request)
}

export async function changeView(
  tx: Tx,
  actor: Actor,
  { id, request }: { id: string; request: Request },
): Promise<View> {
  await compile(tx, actor, request.rules)
  return updateInboxView(tx, actor, { id, request })
}

/** How many open conversations each view of whoever asks holds. */
export async function countViews(tx: Tx, actor: Actor): Promise<{ view_id: string; count: number }[]> {
  const rows = await selectViewsFor(tx, actor.workspace.id, actor.adminId)
  const readable = (await Promise.all(rows.map(row => readView(tx, actor, row)))).flatMap(each => each ?? [])
  const counts = await countMeeting(
    listedConversations(tx, actor.workspace.id, IS_OPEN),
    readable.map(({ condition }) => condition),
  )
  return readable.map(({ id }, at) => ({ view_id: String(id), count: counts[at] ?? 0 }))
}

/** A view that asks for what is no more, such as an attribute, holds nothing. */
async function readView(
  tx: Tx,
  actor: Actor,
  { id, rules }: InboxViewRow,
): Promise<{ id: number; condition: Expression<SqlBool> } | undefined> {
  try {
    return { id, condition: await compile(tx, actor, rules) }
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

const compile = (tx: Tx, actor: Actor, rules: unknown): Promise<Expression<SqlBool>> =>
  Promise.resolve(
    compileSearch({ tx, actor }, inboxSearchable(tx, actor), parseQuery(withDates(rules, actor.now))),
  )
