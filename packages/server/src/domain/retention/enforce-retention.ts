import type { Database } from '../../db/database.ts'
import { forgetContact } from '../contact/index.ts'
import { systemActor } from '../system-actor.ts'
import {
  deleteDeliveriesBefore,
  deleteRequestsBefore,
  deleteStatsBefore,
  type Policy,
  selectPolicies,
  selectStaleVisitors,
} from './retention.sql.ts'

const DAY = 86_400
const BATCH = 5000
const VISITORS = 200

/**
 * Erases what workspaces keep for less long than the server does: requests, deliveries, what happened to content, and visitors who never
 * wrote, each of whom is forgotten as the law asks. `now` is in seconds; returns how many went.
 */
export async function enforceRetention(database: Database, now: number): Promise<number> {
  let gone = 0
  for (const policy of await selectPolicies(database.unguarded.read, now)) {
    const { workspace, now: there } = policy
    const until = (days: number) => there - days * DAY
    const { api_log_days: api, webhook_log_days: webhook } = policy
    const { visitor_days: visitor, content_stat_days: stats } = policy
    if (api !== null)
      gone += await repeat(BATCH, () =>
        database.transaction(tx => deleteRequestsBefore(tx, workspace.id, until(api), BATCH)),
      )
    if (webhook !== null)
      gone += await repeat(BATCH, () =>
        database.transaction(tx => deleteDeliveriesBefore(tx, workspace.id, until(webhook), BATCH)),
      )
    if (stats !== null)
      gone += await repeat(BATCH, () =>
        database.transaction(tx => deleteStatsBefore(tx, workspace.id, until(stats), BATCH)),
      )
    if (visitor !== null) gone += await forgetVisitors(database, policy, until(visitor))
  }
  return gone
}

async function forgetVisitors(database: Database, policy: Policy, before: number): Promise<number> {
  const actor = systemActor(policy)
  return repeat(VISITORS, async () => {
    const ids = await selectStaleVisitors(database.read, actor.workspace.id, before, VISITORS)
    for (const id of ids) await database.transaction(tx => forgetContact(tx, actor, id))
    return ids.length
  })
}

/** Until less than a whole batch was done; how many in all. */
async function repeat(batch: number, some: () => Promise<number>): Promise<number> {
  for (let all = 0; ; ) {
    const done = await some()
    all += done
    if (done < batch) return all
  }
}
