import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { SearchedWords } from './searched-words.ts'

/** What is looked for, and where. Times are in seconds; `0` of an assignee is nobody. */
export interface MessagesAsked {
  workspaceId: string
  words: SearchedWords
  state: string | undefined
  adminAssigneeId: number | undefined
  teamAssigneeId: number | undefined
  tagId: number | undefined
  writtenBy: 'customers' | 'team' | 'notes' | undefined
  authorId: number | undefined
  since: number | undefined
  until: number | undefined
  /** The place a page begins behind: a time, and at that time an id. */
  before: { at: number; id: number }
  limit: number
}

/** Something that was found, as it is kept. `part_id` is null for what a conversation began with. */
export interface HitRow {
  conversation_id: number
  part_id: number | null
  id: number
  at: number
  part_type: string
  author_type: string | null
  author_name: string | null
  title: string | null
  state: 'open' | 'snoozed' | 'closed'
  snippet: string
}

/** Marks of what matches in a snippet: letters that nobody's text has. */
export const MATCH_BEGINS = '\uE000'
export const MATCH_ENDS = '\uE001'

/** The newest so many of a workspace are looked through one by one: what many messages say is found among them. */
const NEAR = 4_000

/**
 * Messages that were found, the newest first.
 *
 * There are two ways to them. A word that is in every second message is found at once by walking from the newest on, and would
 * be a heap of rows to sort by its index; a rare one is found at once by its index, and would be a walk through all
 * there is. So a stretch is walked first, and where that gives too few, the index is asked.
 */
export const selectParts = (tx: Tx, asked: MessagesAsked): Promise<HitRow[]> =>
  nearOrAll(asked, how => partsFound(asked, how).execute(tx))

/** The same for what conversations began with. */
export const selectSources = (tx: Tx, asked: MessagesAsked): Promise<HitRow[]> =>
  nearOrAll(asked, how => sourcesFound(asked, how).execute(tx))

type Way = 'walk' | 'index'

async function nearOrAll(
  { limit }: MessagesAsked,
  find: (how: Way) => Promise<{ rows: HitRow[] }>,
): Promise<HitRow[]> {
  const near = await find('walk')
  return near.rows.length >= limit ? near.rows : (await find('index')).rows
}

const queryOf = ({ whole, begun }: SearchedWords): RawBuilder<unknown> => {
  const all = sql`websearch_to_tsquery('simple', ${whole})`
  const last = sql`to_tsquery('simple', ${`${begun}:*`})`
  if (begun === undefined) return all
  return whole === '' ? last : sql`(${all} && ${last})`
}

/** Found by index they are put in order by what no index has, so that none tempts the planner to walk after all. */
const order = (how: Way, at: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
  how === 'walk' ? sql`order by ${at} desc, ${id} desc` : sql`order by ${at} + 0 desc, ${id} desc`

const between = ({ since, until, before }: MessagesAsked, at: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
  sql.join(
    [
      sql`(${at}, ${id}) < (${before.at}::bigint, ${before.id}::bigint)`,
      ...(since === undefined ? [] : [sql`${at} >= ${since}::bigint`]),
      ...(until === undefined ? [] : [sql`${at} < ${until}::bigint`]),
    ],
    sql` and `,
  )

const P = { at: sql`p.created_at`, id: sql`p.id` }
const C = { at: sql`c.created_at`, id: sql`c.id` }

function partsFound(asked: MessagesAsked, how: Way): RawBuilder<HitRow> {
  const { workspaceId, words, limit } = asked
  const parts =
    how === 'index'
      ? sql`conversation_parts as p`
      : sql`(select p.* from conversation_parts as p
          where p.workspace_id = ${workspaceId} and p.text <> '' and ${between(asked, P.at, P.id)}
          ${order(how, P.at, P.id)} limit ${sql.lit(NEAR)}) as p`
  return withSnippets(
    words,
    sql`select p.conversation_id, p.id as part_id, p.id, p.created_at as at, p.part_type, p.author_type, p.author_name,
        c.title, c.state, p.text
      from ${parts}
      join conversations as c on c.workspace_id = ${workspaceId} and c.id = p.conversation_id
      where p.workspace_id = ${workspaceId} and p.text <> '' and p.tokens @@ ${queryOf(words)} and not p.redacted
        and ${between(asked, P.at, P.id)} and ${sql.join([...aboutParts(asked), ...aboutConversations(asked)], sql` and `)}
      ${order(how, P.at, P.id)} limit ${limit}`,
  )
}

function sourcesFound(asked: MessagesAsked, how: Way): RawBuilder<HitRow> {
  const { workspaceId, words, limit } = asked
  const conversations =
    how === 'index'
      ? sql`conversations as c`
      : sql`(select c.* from conversations as c where c.workspace_id = ${workspaceId} and ${between(asked, C.at, C.id)}
          ${order(how, C.at, C.id)} limit ${sql.lit(NEAR)}) as c`
  return withSnippets(
    words,
    sql`select c.id as conversation_id, null::bigint as part_id, c.id, c.created_at as at, 'comment' as part_type,
        c.source_author_type as author_type, c.source_author_name as author_name, c.title, c.state, c.source_text as text
      from ${conversations}
      where c.workspace_id = ${workspaceId} and c.source_tokens @@ ${queryOf(words)} and not c.source_redacted
        and ${between(asked, C.at, C.id)} and ${sql.join([...aboutSources(asked), ...aboutConversations(asked)], sql` and `)}
      ${order(how, C.at, C.id)} limit ${limit}`,
  )
}

/** What stands around a match is cut out for the rows of one page alone: it costs more than finding them. */
const withSnippets = (words: SearchedWords, found: RawBuilder<unknown>): RawBuilder<HitRow> =>
  sql`select conversation_id, part_id, id, at, part_type, author_type, author_name, title, state,
      ts_headline('simple', left(text, 20000), ${queryOf(words)}, ${HEADLINE}) as snippet
    from (${found}) as found order by at desc, id desc`

const HEADLINE = `StartSel=${MATCH_BEGINS}, StopSel=${MATCH_ENDS}, MaxWords=32, MinWords=14, ShortWord=0`

const NOTES = sql`('note', 'note_and_reopen', 'note_and_unsnooze')`
const CUSTOMERS = sql`('user', 'lead', 'contact', 'visitor')`

const WRITTEN_BY = {
  customers: sql`p.author_type in ${CUSTOMERS}`,
  team: sql`p.author_type not in ${CUSTOMERS} and p.part_type not in ${NOTES}`,
  notes: sql`p.part_type in ${NOTES}`,
}

const aboutParts = ({ writtenBy, authorId }: MessagesAsked): RawBuilder<unknown>[] => [
  ...(writtenBy ? [WRITTEN_BY[writtenBy]] : []),
  ...(authorId === undefined ? [] : [sql`p.author_type = 'admin' and p.author_id = ${String(authorId)}`]),
]

const SOURCE_BY = {
  customers: sql`c.source_author_type in ${CUSTOMERS}`,
  team: sql`c.source_author_type not in ${CUSTOMERS}`,
  notes: sql`false`,
}

const aboutSources = ({ writtenBy, authorId }: MessagesAsked): RawBuilder<unknown>[] => [
  ...(writtenBy ? [SOURCE_BY[writtenBy]] : []),
  ...(authorId === undefined
    ? []
    : [sql`c.source_author_type = 'admin' and c.source_author_id = ${String(authorId)}`]),
]

const assignee = (column: RawBuilder<unknown>, id: number | undefined): RawBuilder<unknown>[] =>
  id === undefined ? [] : [id === 0 ? sql`${column} is null` : sql`${column} = ${id}::bigint`]

const aboutConversations = (asked: MessagesAsked): RawBuilder<unknown>[] => [
  sql`c.archived_at is null`,
  ...(asked.state === undefined ? [] : [sql`c.state = ${asked.state}`]),
  ...assignee(sql`c.admin_assignee_id`, asked.adminAssigneeId),
  ...assignee(sql`c.team_assignee_id`, asked.teamAssigneeId),
  ...(asked.tagId === undefined
    ? []
    : [
        sql`c.id in (select object_id::bigint from taggings where taggings.workspace_id = ${asked.workspaceId}
          and object_type = 'conversation' and tag_id = ${asked.tagId}::bigint)`,
      ]),
]
