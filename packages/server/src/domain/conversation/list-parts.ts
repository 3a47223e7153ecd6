import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { ConversationPartPage } from '@guichet/contract/models/conversation-part.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { decodeCursor, encodeCursor } from '../../db/keyset.ts'
import type { Actor } from '../actor.ts'
import { perPage } from '../paging.ts'
import { mayReadConversations } from './conversation.policy.ts'
import { requireConversation } from './conversation.require.ts'
import { type PartRow, selectPartsAfter, selectPartsBefore } from './part.sql.ts'
import { viewPart } from './part.view.ts'

interface PartsQuery {
  per_page?: string
  starting_after?: string
  ending_before?: string
  around?: string
  display_as?: string
}

/** A page of a conversation's parts: the oldest, or those before, behind or around a place. 404 when there is no conversation. */
export async function listParts(
  tx: Tx,
  actor: Actor,
  { conversationId, query }: { conversationId: string; query: PartsQuery },
): Promise<Static<typeof ConversationPartPage>> {
  mayReadConversations(actor)
  const { id } = await requireConversation(tx, actor, conversationId)
  const limit = perPage(query.per_page, { usual: 50, most: 150 })
  const asked = { workspaceId: actor.workspace.id, conversationIds: [id] }
  const { before, after } = stretchOf(query, limit)
  // One more than is shown tells whether there are others.
  const [older, newer] = await Promise.all([
    before && selectPartsBefore(tx, { ...asked, place: before.place, most: before.most + 1 }),
    after && selectPartsAfter(tx, { ...asked, place: after.place, most: after.most + 1 }),
  ])
  const shown = [
    ...(before && older ? older.slice(Math.max(0, older.length - before.most)) : []),
    ...(after && newer ? newer.slice(0, after.most) : []),
  ]
  const [first, last] = [shown.at(0), shown.at(-1)]
  // On a side that was not looked at is what the cursor came from; the beginning came from nowhere.
  const isMoreBefore = before && older ? older.length > before.most : query.starting_after !== undefined
  const isMoreAfter = after && newer ? newer.length > after.most : true
  return {
    type: 'list',
    data: shown.map(row => viewPart(actor, row, { displayAs: query.display_as })),
    pages: {
      ...{ type: 'pages', per_page: limit },
      prev: first && isMoreBefore ? { ending_before: cursorAt(first) } : null,
      next: last && isMoreAfter ? { starting_after: cursorAt(last) } : null,
    },
  }
}

const ENDPOINT = 'conversations/parts'

const cursorAt = ({ id }: PartRow): string => encodeCursor(ENDPOINT, { values: [], id, page: 0 })

/** So many parts of one side of a place. */
interface Side {
  place: number
  most: number
}

/** What is asked for on either side. */
function stretchOf(
  { starting_after, ending_before, around }: PartsQuery,
  limit: number,
): { before?: Side; after?: Side } {
  if ([starting_after, ending_before, around].filter(each => each !== undefined).length > 1)
    throw invalid('only one of starting_after, ending_before and around can be given', 'around')
  if (ending_before !== undefined) return { before: { place: placeIn(ending_before), most: limit } }
  if (around === undefined)
    return { after: { place: starting_after === undefined ? 0 : placeIn(starting_after), most: limit } }
  const place = requirePart(around)
  const most = Math.floor(limit / 2)
  return { before: { place, most }, after: { place: place - 1, most: limit - most } }
}

function requirePart(text: string): number {
  const id = numericId(text)
  if (id === undefined) throw invalid('around is no id of a part', 'around')
  return id
}

function placeIn(cursor: string): number {
  const id = Number(decodeCursor(ENDPOINT, cursor, 0).id)
  if (!Number.isSafeInteger(id) || id < 0) throw problem(errors.cursorInvalid)
  return id
}
