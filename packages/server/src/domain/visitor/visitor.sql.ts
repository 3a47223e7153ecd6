import type { Tx } from '../../db/database.ts'

export type VisitorKey = { id: string } | { user_id: string } | { email: string }

/** A visitor; of several with one user id the last one made. */
export const selectVisitor = (tx: Tx, workspaceId: string, key: VisitorKey) =>
  selecting(tx, workspaceId, key).executeTakeFirst()

/** As `selectVisitor`, held until the transaction ends. Whoever becomes a contact in the meantime is no visitor any more. */
export const lockVisitor = (tx: Tx, workspaceId: string, key: VisitorKey) =>
  selecting(tx, workspaceId, key).forUpdate().executeTakeFirst()

const selecting = (tx: Tx, workspaceId: string, key: VisitorKey) =>
  tx
    .selectFrom('contacts')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('role', '=', 'visitor')
    .where('merged_into', 'is', null)
    .where(row => {
      if ('id' in key) return row('id', '=', key.id)
      return 'email' in key ? row('email', '=', key.email) : row('external_id', '=', key.user_id)
    })
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)

export type VisitorRow = NonNullable<Awaited<ReturnType<typeof selectVisitor>>>

export async function insertVisitor(
  tx: Tx,
  row: { workspace_id: string; id: string; external_id: string; pseudonym: string; now: number },
): Promise<void> {
  const { now, ...visitor } = row
  await tx
    .insertInto('contacts')
    .values({ ...visitor, role: 'visitor', created_at: now, updated_at: now })
    .execute()
}
