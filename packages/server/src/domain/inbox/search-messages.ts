import { errors, problem } from '@guichet/contract/errors.ts'
import type { MessageHit, MessageHitList } from '@guichet/contract/models/message-hit.ts'
import type { SearchMessagesRequest } from '@guichet/contract/operations/inbox/message-search.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { decodeCursor, encodeCursor } from '../../db/keyset.ts'
import type { Actor } from '../actor.ts'
import { mayReadConversations } from '../conversation/index.ts'
import { perPage } from '../paging.ts'
import { selectPeople } from './inbox.sql.ts'
import { viewPerson } from './list.ts'
import {
  type HitRow,
  MATCH_BEGINS,
  MATCH_ENDS,
  type MessagesAsked,
  selectParts,
  selectSources,
} from './message-search.sql.ts'
import { searchedWords } from './searched-words.ts'

type Request = Static<typeof SearchMessagesRequest>
type Hit = Static<typeof MessageHit>

/** One page of the messages and notes that hold some words, the newest first. Words that ask for nothing find nothing. */
export async function searchMessages(
  tx: Tx,
  actor: Actor,
  request: Request,
): Promise<Static<typeof MessageHitList>> {
  mayReadConversations(actor)
  const limit = perPage(request.pagination?.per_page ?? undefined, { usual: 20, most: 50 })
  const asked = readAsked(actor, request, limit + 1)
  const rows = asked ? await newest(tx, asked, placeIn(request)) : []
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    type: 'list',
    data: await viewHits(tx, actor, shown),
    pages: {
      ...{ type: 'pages', per_page: limit },
      next: last ? { starting_after: encodeCursor(ENDPOINT, placeOf(last)) } : null,
    },
  }
}

const ENDPOINT = 'inbox/search'

/** What conversations began with stands behind what followed in the same second. */
const rankOf = ({ part_id }: HitRow): number => (part_id === null ? 0 : 1)

const placeOf = (row: HitRow) => ({ values: [row.at, rankOf(row)], id: row.id, page: 0 })

interface Place {
  at: number
  rank: number
  id: number
}

const FIRST: Place = { at: Number.MAX_SAFE_INTEGER, rank: 0, id: Number.MAX_SAFE_INTEGER }

function placeIn({ pagination }: Request): Place {
  if (!pagination?.starting_after) return FIRST
  const { values, id } = decodeCursor(ENDPOINT, pagination.starting_after, 2)
  const [at, rank] = values.map(Number)
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(Number(id))) throw problem(errors.cursorInvalid)
  return { at: at ?? 0, rank: rank ?? 0, id: Number(id) }
}

async function newest(tx: Tx, asked: MessagesAsked, place: Place): Promise<HitRow[]> {
  const [parts, sources] = await Promise.all([
    selectParts(tx, { ...asked, before: beforeFor(1, place) }),
    selectSources(tx, { ...asked, before: beforeFor(0, place) }),
  ])
  return [...parts, ...sources]
    .toSorted((a, b) => b.at - a.at || rankOf(b) - rankOf(a) || b.id - a.id)
    .slice(0, asked.limit)
}

/** Where a page begins, for the rows of one rank: at the very second it ends, all of a lower rank are still to come. */
const beforeFor = (rank: number, { at, rank: reached, id }: Place): MessagesAsked['before'] => ({
  at,
  id: rank === reached ? id : rank < reached ? Number.MAX_SAFE_INTEGER : 0,
})

/** An id that is none finds nothing, as one of nobody does. */
const idIn = (id: string | null | undefined): number | undefined =>
  id === null || id === undefined ? undefined : (numericId(id) ?? (id === '0' ? 0 : -1))

function readAsked(actor: Actor, request: Request, limit: number): MessagesAsked | undefined {
  const words = searchedWords(request.words)
  if (!words) return undefined
  return {
    ...{ workspaceId: actor.workspace.id, words, limit, before: FIRST },
    state: request.state ?? undefined,
    adminAssigneeId: idIn(request.admin_assignee_id),
    teamAssigneeId: idIn(request.team_assignee_id),
    tagId: idIn(request.tag_id),
    writtenBy: request.written_by ?? undefined,
    authorId: idIn(request.author_id),
    since: request.since ?? undefined,
    until: request.until ?? undefined,
  }
}

async function viewHits(tx: Tx, actor: Actor, rows: HitRow[]): Promise<Hit[]> {
  if (rows.length === 0) return []
  const ids = [...new Set(rows.map(row => row.conversation_id))]
  const people = await selectPeople(tx, actor.workspace.id, ids)
  const personOf = new Map(people.map(row => [row.conversation_id, row]))
  return rows.map(row => ({
    type: 'message_hit',
    conversation_id: String(row.conversation_id),
    part_id: row.part_id === null ? null : String(row.part_id),
    kind: row.part_type.startsWith('note') ? 'note' : 'message',
    author_type: row.author_type ?? 'user',
    author_name: row.author_name,
    created_at: row.at,
    ...{ title: row.title, state: row.state },
    person: viewPerson(personOf.get(row.conversation_id)),
    snippet: pieces(row.snippet),
  }))
}

/** The pieces of a snippet, those between the marks being matches. */
const pieces = (snippet: string): Hit['snippet'] =>
  snippet
    .replace(/\s+/g, ' ')
    .split(MATCH_BEGINS)
    .flatMap((part, at) => {
      const [match = '', ...after] = at === 0 ? ['', part] : part.split(MATCH_ENDS)
      return [
        { text: match, is_match: true },
        { text: after.join(''), is_match: false },
      ]
    })
    .filter(({ text }) => text !== '')
