import { createHmac } from 'node:crypto'
import type { Database } from '../../db/database.ts'
import type { Egress } from '../../egress/egress.ts'
import { EgressError } from '../../egress/egress-error.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import { CALLBACK_SECRET } from './callback.ts'
import { claimEvent, type DueEvent, selectDue, settleEvent } from './delivery.sql.ts'

export interface Delivering {
  database: Database
  egress: Egress
  secrets: SecretBox
  now: number
  /** One workspace alone. */
  within?: string
}

/** After how many seconds a delivery that failed is tried again; after the last it has failed for good. */
const RETRIES = [10, 60]
/** How long an answer is waited for, and how long others keep off an event that is being delivered. */
const PATIENCE_MS = 5000
const LEASE = 30

/**
 * Delivers what Fin did to the callbacks of its apps: the events of a session one after the other, sessions side by side.
 * An event is told at least once. Returns how many deliveries were tried.
 */
export async function deliverFinEvents(on: Delivering): Promise<number> {
  let tried = 0
  for (;;) {
    const due = await selectDue(on.database.unguarded.read, on.now, on.within)
    if (due.length === 0) return tried
    const claimed = await Promise.all(due.map(event => deliver({ ...on, now: event.now }, event)))
    const count = claimed.filter(Boolean).length
    if (count === 0) return tried
    tried += count
  }
}

async function deliver(on: Delivering, event: DueEvent): Promise<boolean> {
  const mine = await on.database.transaction(tx => claimEvent(tx, event, on.now + LEASE))
  if (!mine) return false
  const told = await tell(on, event)
  await on.database.transaction(tx => settleEvent(tx, event, outcomeOf(on, event, told)))
  return true
}

function outcomeOf({ now }: Delivering, { attempts, url }: DueEvent, told: boolean) {
  if (told) return { delivery: 'done' as const }
  const wait = RETRIES[attempts]
  // Without an address there is nothing to try again.
  return wait === undefined || url === null ? { delivery: 'failed' as const } : { due_at: now + wait }
}

/** Whether the callback took an event. */
async function tell({ egress, secrets }: Delivering, { url, secret, body }: DueEvent): Promise<boolean> {
  if (url === null || secret === null) return false
  const signature = createHmac('sha256', await secrets.open(secret, CALLBACK_SECRET))
    .update(body)
    .digest('hex')
  try {
    const { status } = await egress.fetch({
      ...{ url, method: 'POST', body, timeoutMs: PATIENCE_MS },
      headers: {
        ...{ 'content-type': 'application/json', accept: 'application/json' },
        'X-Fin-Agent-API-Webhook-Signature': `sha256=${signature}`,
      },
    })
    return status >= 200 && status <= 299
  } catch (error) {
    if (error instanceof EgressError) return false
    throw error
  }
}
