import { errors, missing, problem } from '@guichet/contract/errors.ts'
import type { NoteList } from '@guichet/contract/models/note.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import { toHtml } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { requireSigner } from '../admin/index.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import { mayReadNotes, mayWriteNotes } from './note.policy.ts'
import { countNotes, insertNote, type Noted, selectNewestNotes, selectNote, selectNotes } from './note.sql.ts'
import { type NoteView, viewNote } from './note.view.ts'

/** One note, whatever it is on; 404 when there is none. */
export async function findNote(tx: Tx, actor: Actor, id: string): Promise<NoteView> {
  mayReadNotes(actor)
  const row = await byNumericId(id, key => selectNote(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.notFound)
  return viewNote(row)
}

/** The notes on an object its caller has checked, newest first. `path` is where the list is read, for its links. */
export async function notesOn(
  tx: Tx,
  actor: Actor,
  { on, path, query }: { on: Noted; path: string; query: PageQuery },
): Promise<Static<typeof NoteList>> {
  mayReadNotes(actor)
  const page = numberedPage(query, PAGE)
  const [rows, total] = await Promise.all([
    selectNotes(tx, actor.workspace.id, on, page),
    countNotes(tx, actor.workspace.id, on),
  ])
  const pages = numberedPages(actor, path, query, page, total)
  return { type: 'list', data: rows.map(viewNote), total_count: total, pages }
}

/** Writes a note on an object its caller has checked. 404 for no such admin; the token's own when none is named. */
export async function writeNote(
  tx: Tx,
  actor: Actor,
  { on, body, adminId }: { on: Noted; body: string; adminId: string | undefined },
): Promise<NoteView> {
  mayWriteNotes(actor)
  const html = noteHtml(body)
  if (html === '') throw missing('body')
  const admin = await requireSigner(tx, actor, adminId, errors.notFound)
  const note = { on, admin_id: admin.id, body: html, created_at: actor.now }
  const { id } = await insertNote(tx, actor.workspace.id, note)
  return findNote(tx, actor, String(id))
}

/** The newest ten notes of each of many objects, by object id, and how many each has. Objects without are left out. */
export async function newestNotes(
  tx: Tx,
  workspaceId: string,
  type: Noted['type'],
  ids: string[],
): Promise<Map<string, { ids: number[]; total: number }>> {
  const rows = await selectNewestNotes[type](tx, { workspaceId, ids, most: MOST_SHOWN })
  return new Map(rows.map(row => [row.on ?? '', row]))
}

const PAGE = { usual: 50, most: 150 }
const MOST_SHOWN = 10

/** Paragraphs of notes carry no class, unlike those of messages (seen in every recorded note). */
const noteHtml = (body: string): string => toHtml(body).replaceAll('<p class="no-margin">', '<p>')
