import type { Tx } from '../../db/database.ts'
import { insertDefault } from './help-center.sql.ts'

/** Gives a workspace its default help center, once. */
export const ensureHelpCenter = (
  tx: Tx,
  { workspaceId, name, now }: { workspaceId: string; name: string; now: number },
): Promise<void> => insertDefault(tx, workspaceId, name, now)
