import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { MergeHistoryList } from '@guichet/contract/models/contact-merge.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { decodeCursor, encodeCursor } from '../../db/keyset.ts'
import type { Actor } from '../actor.ts'
import { findContact, mayReadContacts, viewMerge } from '../contact/index.ts'
import { perPage } from '../paging.ts'
import { selectMerges } from './merge.sql.ts'

export interface HistoryAsked {
  id: string
  cursor?: string | undefined
  per_page?: string | undefined
  order?: string | undefined
}

/** The contacts that were merged into a user, the latest first unless asked otherwise. 404 for anybody but a user. */
export async function mergeHistory(
  tx: Tx,
  actor: Actor,
  asked: HistoryAsked,
): Promise<Static<typeof MergeHistoryList>> {
  mayReadContacts(actor)
  const contact = await findContact(tx, actor, asked.id)
  if (contact?.role !== 'user') throw problem(errors.contactToMergeNotFound)
  const direction = readDirection(asked.order)
  const limit = perPage(asked.per_page, { usual: 50, most: 150 })
  const place = `merge_history ${direction}`
  const rows = await selectMerges(tx, actor.workspace.id, {
    ...{ into: contact.id, direction, limit: limit + 1 },
    after: asked.cursor ? readCursor(place, asked.cursor) : undefined,
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const more = rows.length > limit
  return {
    type: 'list',
    data: shown.map(viewMerge),
    next_cursor: more && last ? encodeCursor(place, { values: [], id: last.id, page: 1 }) : null,
    has_more: more,
  }
}

function readDirection(order = 'desc'): 'asc' | 'desc' {
  if (order === 'asc' || order === 'desc') return order
  throw invalid('order must be either asc or desc', 'order')
}

function readCursor(place: string, text: string): number {
  const { id } = decodeCursor(place, text, 0)
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) throw problem(errors.cursorInvalid)
  return id
}
