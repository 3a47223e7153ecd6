import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { HelpCenterRedirects } from '../../db/schema.d.ts'
import { totalOf } from '../../db/search/totals.ts'
import type { Actor } from '../actor.ts'
import type { NumberedPage } from '../paging.ts'

export type RedirectRow = NonNullable<Awaited<ReturnType<typeof selectRedirect>>>

/** One page of a help center's redirects, those changed last first, and how many there are. */
export async function selectRedirects(
  tx: Tx,
  workspaceId: string,
  { helpCenterId, page }: { helpCenterId: number; page: NumberedPage },
): Promise<{ rows: RedirectRow[]; total: number }> {
  const all = redirectsOf(tx, workspaceId, helpCenterId)
  const [total, rows] = await Promise.all([
    totalOf(tx, all.select(sql<number>`1`.as('one'))),
    all
      .select(COLUMNS)
      .orderBy('updated_at', 'desc')
      .orderBy('id', 'desc')
      .limit(page.perPage)
      .offset(page.offset)
      .execute(),
  ])
  return { rows, total }
}

export const selectRedirect = (tx: Tx, workspaceId: string, helpCenterId: number, id: number) =>
  redirectsOf(tx, workspaceId, helpCenterId).select(COLUMNS).where('id', '=', id).executeTakeFirst()

const redirectsOf = (tx: Tx, workspaceId: string, helpCenterId: number) =>
  tx
    .selectFrom('help_center_redirects')
    .where('workspace_id', '=', workspaceId)
    .where('help_center_id', '=', helpCenterId)

const COLUMNS = ['id', 'path', 'locale', 'article_id', 'collection_id', 'created_at', 'updated_at'] as const

/** The new redirect, or undefined when the help center has one from there. */
export const insertRedirect = (
  tx: Tx,
  actor: Actor,
  row: Pick<
    Insertable<HelpCenterRedirects>,
    'help_center_id' | 'path' | 'locale' | 'article_id' | 'collection_id'
  >,
): Promise<RedirectRow | undefined> =>
  tx
    .insertInto('help_center_redirects')
    .values({ ...row, workspace_id: actor.workspace.id, created_at: actor.now, updated_at: actor.now })
    .onConflict(conflict => conflict.doNothing())
    .returning(COLUMNS)
    .executeTakeFirst()

export async function deleteRedirectRow(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx
    .deleteFrom('help_center_redirects')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}
