import type { Database, Tx } from '../db/database.ts'
import type { Stretch } from './logged-event.ts'
import { lockSequencing, moveToLog, selectWaiting } from './sequencing.sql.ts'

/**
 * Plans what follows from events, such as deliveries, in the transaction that gives them their place in the log: each event is
 * planned exactly once. It is told what was added to the logs, and reads of it what it needs (`readStretches`); `tx` is of the unguarded
 * lane. What one planner writes no other may wait for: their statements travel together.
 */
export type Planner = (tx: Tx, stretches: Stretch[]) => Promise<void>

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
    // Not waited for, so that it travels with the first.
    const [, { taken, stretches }] = await Promise.all([lockSequencing(tx), moveToLog(tx, which)])
    if (stretches.length > 0) await all(planners.map(plan => plan(tx, stretches)))
    return taken
  })

/** None is left to itself: what it went on to write would come after the end of the transaction. */
async function all(planning: Promise<void>[]): Promise<void> {
  for (const planned of await Promise.allSettled(planning))
    if (planned.status === 'rejected') throw planned.reason
}
