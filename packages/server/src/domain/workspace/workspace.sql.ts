import type { Tx } from '../../db/database.ts'

export async function insertWorkspace(
  tx: Tx,
  row: { id: string; name: string; timezone: string; now: number },
): Promise<void> {
  const { now, ...workspace } = row
  await tx
    .insertInto('workspaces')
    .values({ ...workspace, created_at: now, updated_at: now })
    .execute()
}

export const insertAdmin = (
  tx: Tx,
  row: { workspaceId: string; kind: 'admin' | 'bot'; name: string; email: string; now: number },
): Promise<{ id: number }> =>
  tx
    .insertInto('admins')
    .values({
      workspace_id: row.workspaceId,
      kind: row.kind,
      name: row.name,
      email: row.email.trim().toLowerCase(),
      email_verified: true,
      has_inbox_seat: row.kind === 'admin',
      created_at: row.now,
      updated_at: row.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

export const insertApp = (
  tx: Tx,
  row: { workspaceId: string; name: string; now: number },
): Promise<{ id: number }> =>
  tx
    .insertInto('apps')
    .values({ workspace_id: row.workspaceId, name: row.name, created_at: row.now, updated_at: row.now })
    .returning('id')
    .executeTakeFirstOrThrow()
