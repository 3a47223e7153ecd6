import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'

export type InboxSortName = 'newest' | 'oldest' | 'waiting' | 'priority'

/** What is kept of a view. `rules` is a search's query tree. */
export interface KeptView {
  admin_id: number
  name: string
  rules: Record<string, unknown>
  sort: InboxSortName
  is_shared: boolean
}

const COLUMNS = ['id', 'admin_id', 'name', 'is_shared', 'created_at', 'updated_at'] as const

const selectView = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('inbox_views')
    .select(COLUMNS)
    .select(row => [
      row.ref('rules').$castTo<Record<string, unknown>>().as('rules'),
      row.ref('sort').$castTo<InboxSortName>().as('sort'),
    ])
    .where('workspace_id', '=', workspaceId)

/** Those of a teammate and those that are shared, in the order they were made. */
export const selectViewsFor = (tx: Tx, workspaceId: string, adminId: number) =>
  selectView(tx, workspaceId)
    .where(row => row.or([row('admin_id', '=', adminId), row('is_shared', '=', true)]))
    .orderBy('id')
    .execute()

export type InboxViewRow = Awaited<ReturnType<typeof selectViewsFor>>[number]

export const selectOneView = (tx: Tx, workspaceId: string, id: number): Promise<InboxViewRow | undefined> =>
  selectView(tx, workspaceId).where('id', '=', id).executeTakeFirst()

export const countViewsOf = async (tx: Tx, workspaceId: string, adminId: number): Promise<number> => {
  const { count } = await tx
    .selectFrom('inbox_views')
    .select(row => row.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('admin_id', '=', adminId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function insertView(tx: Tx, workspaceId: string, view: KeptView, now: number): Promise<number> {
  const { id } = await tx
    .insertInto('inbox_views')
    .values({
      ...view,
      rules: json(view.rules),
      ...{ workspace_id: workspaceId, created_at: now, updated_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateViewRow(
  tx: Tx,
  workspaceId: string,
  id: number,
  { rules, ...changes }: Omit<KeptView, 'admin_id'> & { updated_at: number },
): Promise<void> {
  await tx
    .updateTable('inbox_views')
    .set({ ...changes, rules: json(rules) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

export async function deleteViewRow(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx.deleteFrom('inbox_views').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}
