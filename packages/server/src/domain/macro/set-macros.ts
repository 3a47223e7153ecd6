import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type {
  CreateMacroRequest,
  UpdateMacroRequest,
  WrittenMacro,
} from '@guichet/contract/operations/inbox/macro-settings.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { toHtml, toPlain } from '../../text/html.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import {
  deleteMacroRow,
  insertMacro,
  type MacroRow,
  type NewMacro,
  selectAllMacros,
  selectTeamsOf,
  updateMacroRow,
} from './macro.sql.ts'
import { CHANNELS, viewMacro } from './macro.ts'

type View = Static<typeof WrittenMacro>

const mayManage = permission('manage_workspace')

/** Every macro by its name, as it was written. */
export async function listAllMacros(tx: Tx, actor: Actor): Promise<{ type: 'list'; data: View[] }> {
  mayManage(actor)
  return { type: 'list', data: (await selectAllMacros(tx, actor.workspace.id)).map(view) }
}

/** Makes a macro; 400 for one without a name or words, and for teams that are not there. */
export async function writeMacro(
  tx: Tx,
  actor: Actor,
  { name, body, team_ids, available_on }: Static<typeof CreateMacroRequest>,
): Promise<View> {
  mayManage(actor)
  const { id } = await insertMacro(tx, actor, {
    ...{ name: readName(name), body: readBody(body) },
    teamIds: await readTeams(tx, actor, team_ids ?? null),
    availableOn: available_on ?? [...CHANNELS],
  })
  await tell(tx, actor, 'macro_creation', id)
  return shown(tx, actor, id)
}

/** Changes what a request names of a macro. 404 for no such macro. */
export async function updateMacro(
  tx: Tx,
  actor: Actor,
  { id, request }: { id: string; request: Static<typeof UpdateMacroRequest> },
): Promise<View> {
  mayManage(actor)
  const { name, body, team_ids, available_on } = request
  const change: Partial<NewMacro> = {
    ...(name !== undefined && { name: readName(name) }),
    ...(body !== undefined && { body: readBody(body) }),
    ...(team_ids !== undefined && { teamIds: await readTeams(tx, actor, team_ids) }),
    ...(available_on && { availableOn: available_on }),
  }
  const key = numericId(id) ?? 0
  if (!(await updateMacroRow(tx, actor, key, change))) throw problem(errors.macroNotFound)
  await tell(tx, actor, 'macro_update', key)
  return shown(tx, actor, key)
}

/** Deletes a macro; 404 when there is none. */
export async function deleteMacro(tx: Tx, actor: Actor, id: string): Promise<void> {
  mayManage(actor)
  const key = numericId(id) ?? 0
  if (!(await deleteMacroRow(tx, actor.workspace.id, key))) throw problem(errors.macroNotFound)
  await tell(tx, actor, 'macro_deletion', key)
}

async function shown(tx: Tx, actor: Actor, id: number): Promise<View> {
  const row = (await selectAllMacros(tx, actor.workspace.id)).find(each => each.id === id)
  if (!row) throw new Error('a macro that was written could not be read')
  return view(row)
}

async function readTeams(tx: Tx, actor: Actor, ids: readonly string[] | null): Promise<number[] | null> {
  if (ids === null || ids.length === 0) return null
  const keys = [...new Set(ids.map(id => numericId(id) ?? 0))]
  if ((await selectTeamsOf(tx, actor.workspace.id, keys)).length < keys.length)
    throw invalid('team_ids names a team that is not there', 'team_ids')
  return keys
}

function readName(given: string): string {
  const name = given.trim()
  if (name === '') throw missing('name')
  if (name.length > LONGEST_NAME) throw invalid(`name may have at most ${LONGEST_NAME} characters`, 'name')
  return name
}

const LONGEST_NAME = 255

function readBody(given: string): string {
  const html = toHtml(given)
  if (toPlain(html) === '' && !html.includes('<img')) throw missing('body')
  if (html.length > LONGEST_BODY) throw invalid(`body may have at most ${LONGEST_BODY} characters`, 'body')
  return html
}

const LONGEST_BODY = 100_000

const tell = (
  tx: Tx,
  actor: Actor,
  type: 'macro_creation' | 'macro_update' | 'macro_deletion',
  id: number,
): Promise<void> =>
  logActivity(tx, actor, {
    type,
    description: `A teammate ${ACTS[type]} a macro.`,
    metadata: { macro_id: String(id) },
  })

const ACTS = { macro_creation: 'made', macro_update: 'changed', macro_deletion: 'deleted' } as const

const view = (row: MacroRow): View => ({ ...viewMacro(row), source: row.body ?? '' })
