import { setTimeout as delay } from 'node:timers/promises'
import type { Database } from '../db/database.ts'
import { countDue } from '../domain/webhook/index.ts'
import { sequenceEvents } from '../events/sequence-events.ts'
import { PLANNERS } from './sequence-events.ts'

/** How long what is sent may take: longer than a receiver may. */
const PATIENCE_MS = 10_000
const LOOK_MS = 20

export interface Telling {
  database: Database
  /** Has those deliver that do. */
  wake: () => void
}

/** Tells apps what happened in one workspace and is due, and waits for it; `now` is the time there. Returns how much it was. */
export async function tellApps({ database, wake }: Telling, within: string, now: number): Promise<number> {
  await sequenceEvents({ database, planners: PLANNERS })
  const due = await countDue(database.read, within, now)
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    if ((await countDue(database.read, within, now)) === 0) break
    wake()
    await delay(LOOK_MS)
  }
  return due
}
