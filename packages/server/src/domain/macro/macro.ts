import { errors, problem } from '@guichet/contract/errors.ts'
import type { Macro, MacroList } from '@guichet/contract/models/macro.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { decodeCursor, encodeCursor } from '../../db/keyset.ts'
import { toHtml } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { perPage } from '../paging.ts'
import { permission } from '../permission.ts'
import { insertMacro, type MacroRow, selectMacro, selectMacros } from './macro.sql.ts'
import { toText, withElements } from './placeholders.ts'

type MacroView = Static<typeof Macro>

const mayRead = permission('read_conversations')

export interface MacroQuery {
  per_page?: string
  starting_after?: string
  /** Only those changed at that second or after it. */
  updated_since?: number
}

/** A page of the macros that the token's admin sees, the latest changed first. */
export async function listMacros(tx: Tx, actor: Actor, query: MacroQuery): Promise<Static<typeof MacroList>> {
  mayRead(actor)
  const limit = perPage(query.per_page, { usual: 50, most: 150 })
  const after = query.starting_after ? readCursor(query.starting_after) : undefined
  const rows = await selectMacros(tx, actor, { after, since: query.updated_since ?? 0, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? { starting_after: cursorAfter(last) } : null
  return { type: 'list', data: shown.map(viewMacro), pages: { type: 'pages', per_page: limit, next } }
}

/** One macro; 404 when there is none that the token's admin sees. */
export async function findMacro(tx: Tx, actor: Actor, id: string): Promise<MacroView> {
  mayRead(actor)
  const row = await selectMacro(tx, actor, numericId(id) ?? 0)
  if (!row) throw problem(errors.macroNotFound)
  return viewMacro(row)
}

export interface MacroInput {
  name: string
  /** HTML or text, with placeholders such as `{{user.name|fallback:"there"}}`. */
  body: string
  /** The teams that see it; everyone unless given. */
  teamIds?: number[]
  availableOn?: ('inbox' | 'messenger')[]
}

/** Makes a macro, which the inbox does and no call; answers its id. */
export async function createMacro(tx: Tx, actor: Actor, input: MacroInput): Promise<number> {
  const row = await insertMacro(tx, actor, {
    name: input.name,
    body: toHtml(input.body),
    teamIds: input.teamIds ?? null,
    availableOn: input.availableOn ?? [...CHANNELS],
  })
  return row.id
}

export const CHANNELS = ['inbox', 'messenger'] as const

export const viewMacro = (row: MacroRow): MacroView => ({
  type: 'macro',
  id: String(row.id),
  name: row.name,
  body: row.body === null ? null : withElements(row.body),
  body_text: row.body === null ? null : toText(row.body),
  created_at: new Date(row.created_at * 1000).toISOString(),
  updated_at: new Date(row.updated_at * 1000).toISOString(),
  visible_to: row.visible_to_team_ids === null ? 'everyone' : 'specific_teams',
  visible_to_team_ids: Array.isArray(row.visible_to_team_ids) ? row.visible_to_team_ids.map(String) : [],
  available_on: CHANNELS.filter(channel => row.available_on.includes(channel)),
})

const cursorAfter = (row: MacroRow) =>
  encodeCursor('macros', { values: [row.updated_at], id: row.id, page: 1 })

function readCursor(text: string): { updatedAt: number; id: number } {
  const { values, id } = decodeCursor('macros', text, 1)
  const [updatedAt] = values
  if (typeof updatedAt !== 'number' || typeof id !== 'number') throw problem(errors.cursorInvalid)
  if (!Number.isSafeInteger(updatedAt) || !Number.isSafeInteger(id)) throw problem(errors.cursorInvalid)
  return { updatedAt, id }
}
