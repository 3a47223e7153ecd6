import { announce } from '../../db/announce.ts'
import type { Tx } from '../../db/database.ts'

export type EndpointRow = NonNullable<Awaited<ReturnType<typeof selectEndpoint>>>

/** How the endpoint of an app fares; undefined where all is well. */
export const selectEndpoint = (tx: Tx, registrationId: number) =>
  tx
    .selectFrom('webhook_endpoints')
    .select(['state', 'errors', 'errors_since', 'failing_since', 'paused_until', 'throttled_until'])
    .select('throttle_seconds')
    .where('registration_id', '=', registrationId)
    .executeTakeFirst()

/** Forgets how an endpoint fared: it is live, and new. */
export async function deleteEndpoint(tx: Tx, registrationId: number): Promise<void> {
  await tx.deleteFrom('webhook_endpoints').where('registration_id', '=', registrationId).execute()
}

/** Where those that deliver hear that there is something to do which no event brought about. */
export const WEBHOOK_CHANNEL = 'guichet_webhooks'

export async function tellDeliverers(tx: Tx): Promise<void> {
  await announce(tx, WEBHOOK_CHANNEL)
}
