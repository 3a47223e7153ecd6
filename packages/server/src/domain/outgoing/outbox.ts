import type { Tx } from '../../db/database.ts'
import { resetOutgoing, selectOutbox, selectOutgoing } from './outbox.sql.ts'

/** What went out lately or waits to, the newest first; for whoever runs the installation. */
export const listOutbox = (tx: Tx, workspaceId: string, limit: number) =>
  selectOutbox(tx, { workspaceId, limit })

/** One of them, with its words. */
export const readOutgoing = (tx: Tx, workspaceId: string, id: number) => selectOutgoing(tx, workspaceId, id)

/** Has one that is kept or that failed be tried again from the beginning; whether it is one of those. */
export const sendAgain = (tx: Tx, workspaceId: string, id: number): Promise<boolean> =>
  resetOutgoing(tx, workspaceId, id)
