import type { Database, Tx } from '../db/database.ts'
import type { LoggedEvent } from './logged-event.ts'
import { lockSequencing, moveToLog, notifySequences, selectWaiting } from './sequencing.sql.ts'

/**
 * Plans what follows from events, such as deliveries, in the transaction that gives them their place in the log: each event is
 * planned exactly once. Events come in order, workspace by workspace; `tx` is of the unguarded lane.
 */
export type Planner = (tx: Tx, events: LoggedEvent[]) => Promise<void>

export interface Sequencing {
  database: Database
  planners: readonly Planner[]
  /** How many events get their place in one transaction. */
  batch?: number
}

/**
 * Gives every committed event its place in its workspace's log, until the inbox is empty. What fails for one workspace holds
 * up no other: the first fault is thrown at the end. Returns how many events were placed.
 */
export async function sequenceEvents(of: Sequencing): Promise<number> {
  try {
    return await untilEmpty(of, undefined)
  } catch {
    return eachAlone(of)
  }
}

async function eachAlone(of: Sequencing): Promise<number> {
  const faults: unknown[] = []
  let placed = 0
  for (const workspaceId of await selectWaiting(of.database.unguarded.read)) {
    await untilEmpty(of, workspaceId).then(
      done => {
        placed += done
      },
      (fault: unknown) => faults.push(fault),
    )
  }
  if (faults.length > 0) throw faults[0]
  return placed
}

async function untilEmpty(of: Sequencing, within: string | undefined): Promise<number> {
  const limit = of.batch ?? BATCH
  for (let placed = 0; ; ) {
    const moved = await sequenceBatch(of, { limit, within })
    placed += moved
    if (moved < limit) return placed
  }
}

const BATCH = 1000

const sequenceBatch = (
  { database, planners }: Sequencing,
  which: { limit: number; within: string | undefined },
): Promise<number> =>
  database.unguarded.transaction(async tx => {
    const { notices } = await lockSequencing(tx)
    const { taken, events } = await moveToLog(tx, { ...which, notices })
    if (events.length === 0) return 0
    for (const plan of planners) await plan(tx, events)
    await notifySequences(tx, new Map(events.map(({ workspaceId, sequence }) => [workspaceId, sequence])))
    return taken
  })
