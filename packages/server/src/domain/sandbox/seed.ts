import type { SandboxSeed } from '@guichet/contract/models/sandbox.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Actor } from '../actor.ts'
import { selectClock } from '../workspace/index.ts'
import { holdClock, type Moving, timeOf, viewClock } from './clock.ts'
import { mayRunSandbox } from './sandbox.policy.ts'
import { restoreSeed, takeSeed } from './seed.sql.ts'

type SeedView = Static<typeof SandboxSeed>

/** Makes the present state of a sandbox the one that a reset returns to. */
export async function keepSeed(on: Moving, actor: Actor): Promise<SeedView> {
  mayRunSandbox(actor)
  return holdClock(on, actor, async () => {
    const rows = await on.database.unguarded.transaction(tx => takeSeed(tx, actor.workspace.id), actor.now)
    return viewSeed(on, actor, rows)
  })
}

/**
 * Returns a sandbox to its seed: same ids, same clock, no faults but those it began with. Tokens that were issued since go on
 * working, and so does the log of what happened, which only ever grows.
 */
export async function resetToSeed(on: Moving, actor: Actor): Promise<SeedView> {
  mayRunSandbox(actor)
  return holdClock(on, actor, async () => {
    const rows = await on.database.unguarded.transaction(tx => restoreSeed(tx, actor.workspace.id), actor.now)
    return viewSeed(on, actor, rows)
  })
}

async function viewSeed({ database, clockwork }: Moving, actor: Actor, rows: number): Promise<SeedView> {
  const clock = await selectClock(database.read, actor.workspace.id)
  return { type: 'sandbox.seed', rows, clock: viewClock(timeOf(clock, clockwork.now()), clock) }
}
