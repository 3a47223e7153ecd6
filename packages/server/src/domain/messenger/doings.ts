import type { PageViewRequest, TrackEventRequest } from '@guichet/contract/operations/messenger/doings.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { touchContacts } from '../contact/index.ts'
import { submitEvent } from '../event/index.ts'
import { type Arrival, keepArrival } from './content.sql.ts'
import { selfOf } from './messenger-actor.ts'

/** Records that whoever looks did something, as of now. */
export async function trackOwn(
  tx: Tx,
  actor: Actor,
  { event_name, metadata }: Static<typeof TrackEventRequest>,
): Promise<void> {
  const event = { event_name, created_at: actor.now, ...(metadata && { metadata }) }
  await submitEvent(tx, actor, { ...event, id: selfOf(actor) })
}

/** Keeps when somebody was last on a page, and by which way they came first. */
export async function viewPage(
  tx: Tx,
  actor: Actor,
  { url, referrer }: Static<typeof PageViewRequest>,
): Promise<void> {
  const id = selfOf(actor)
  await touchContacts(tx, actor, [id], { last_seen_at: actor.now, last_request_at: actor.now })
  await keepArrival(tx, actor.workspace.id, id, arrivalOf(url, referrer ?? ''))
}

const CAMPAIGN = ['utm_campaign', 'utm_content', 'utm_medium', 'utm_source', 'utm_term'] as const

/** What an address and the one before it tell; nothing of what is no address of the web. */
function arrivalOf(url: string, referrer: string): Partial<Record<Arrival, string>> {
  const page = URL.canParse(url) ? new URL(url) : undefined
  const from = /^https?:/i.test(referrer) && URL.canParse(referrer) ? new URL(referrer) : undefined
  const campaign = CAMPAIGN.flatMap(name => {
    const value = page?.searchParams.get(name)?.trim()
    return value ? [[name, value.slice(0, 255)] as const] : []
  })
  return {
    ...Object.fromEntries(campaign),
    ...(from && from.host !== page?.host && { referrer: from.href.slice(0, 2048) }),
  }
}
