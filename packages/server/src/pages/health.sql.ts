import type { Tx } from '../db/database.ts'

export const selectMigrations = (tx: Tx): Promise<{ name: string; checksum: string }[]> =>
  tx.selectFrom('schema_migrations').select(['name', 'checksum']).orderBy('name').execute()

export const hasWorkspace = async (tx: Tx): Promise<boolean> =>
  (await tx.selectFrom('workspaces').select('id').limit(1).executeTakeFirst()) !== undefined
