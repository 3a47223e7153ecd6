import { sql } from 'kysely'
import { compiledForIds } from '../../db/compiled-once.ts'
import type { Tx } from '../../db/database.ts'
import { byTime, rowsOfPage } from '../../db/numbered.ts'
import type { NumberedPage } from '../paging.ts'

/** What a note hangs on. */
export interface Noted {
  type: 'contact' | 'company'
  id: string
}

export interface NewNote {
  on: Noted
  admin_id: number
  body: string
  created_at: number
}

const COLUMN = { contact: 'contact_id', company: 'company_id' } as const

export const insertNote = (tx: Tx, workspaceId: string, { on, ...note }: NewNote): Promise<{ id: number }> =>
  tx
    .insertInto('notes')
    .values({ ...note, workspace_id: workspaceId, [COLUMN[on.type]]: on.id })
    .returning('id')
    .executeTakeFirstOrThrow()

const selectingNotes = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('notes')
    .leftJoin('admins', join =>
      join.onRef('admins.workspace_id', '=', 'notes.workspace_id').onRef('admins.id', '=', 'notes.admin_id'),
    )
    .select(['notes.id', 'notes.created_at', 'notes.contact_id', 'notes.company_id', 'notes.body'])
    .select(['notes.admin_id', 'admins.name as admin_name', 'admins.email as admin_email'])
    .select(['admins.away_mode_enabled', 'admins.away_mode_reassign'])
    .where('notes.workspace_id', '=', workspaceId)

export type NoteRow = Awaited<ReturnType<ReturnType<typeof selectingNotes>['executeTakeFirstOrThrow']>>

export const selectNote = (tx: Tx, workspaceId: string, id: number): Promise<NoteRow | undefined> =>
  selectingNotes(tx, workspaceId).where('notes.id', '=', id).executeTakeFirst()

/** One page of the notes on one object, newest first. */
export const selectNotes = (tx: Tx, workspaceId: string, on: Noted, page: NumberedPage): Promise<NoteRow[]> =>
  rowsOfPage(
    selectingNotes(tx, workspaceId).where(`notes.${COLUMN[on.type]}`, '=', on.id),
    byTime('notes.created_at', 'notes.id'),
    page,
  )

export async function countNotes(tx: Tx, workspaceId: string, on: Noted): Promise<number> {
  const { total } = await tx
    .selectFrom('notes')
    .select(row => row.fn.countAll<number>().as('total'))
    .where('workspace_id', '=', workspaceId)
    .where(COLUMN[on.type], '=', on.id)
    .executeTakeFirstOrThrow()
  return total
}

/** How many notes each of some objects has, and the ids of the newest of them. */
const selectingNewest = (type: Noted['type']) =>
  compiledForIds('text', { workspaceId: 'workspace', most: -1 }, (tx, { workspaceId, most }, id) =>
    tx
      .selectFrom('notes')
      .select([
        `${COLUMN[type]} as on`,
        sql<number>`count(*)`.as('total'),
        sql<number[]>`(array_agg(id order by created_at desc, id desc))[1:${most}::integer]`.as('ids'),
      ])
      .where('workspace_id', '=', workspaceId)
      .where(COLUMN[type], '=', id)
      .groupBy(COLUMN[type]),
  )

export const selectNewestNotes = { contact: selectingNewest('contact'), company: selectingNewest('company') }
