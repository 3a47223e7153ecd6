import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import { fieldsOf } from '@guichet/contract/fields.ts'
import type { NewsDelivery, NewsDeliveryList } from '@guichet/contract/models/news-delivery.ts'
import type { DeliverNewsRequest } from '@guichet/contract/operations/inbox/outbound-news.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Database, Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { readAim } from '../audience/index.ts'
import { checkSeconds } from '../check-seconds.ts'
import { eachDue } from '../each-due.ts'
import { type DeliveryRow, goLive, selectDeliveries, selectDueNews, updateDelivery } from './delivery.sql.ts'
import { mayReadNews, mayWriteNews } from './news.policy.ts'
import { type Reach, reachOf } from './news-views.ts'

type Delivery = Static<typeof NewsDelivery>

/** Whom some items are for, when they go live and how far they reached. Ids are given with commas between; others are left out. */
export async function listDeliveries(
  tx: Tx,
  actor: Actor,
  ids: string,
): Promise<Static<typeof NewsDeliveryList>> {
  mayReadNews(actor)
  const keys = ids.split(',').flatMap(id => numericId(id) ?? [])
  return { type: 'list', data: await view(tx, actor, keys.slice(0, MOST)) }
}

const MOST = 150

/** Changes whom an item is for, its picture, and when it goes live by itself. 400 for a moment that is past, or for what is live. */
export async function deliverNews(
  tx: Tx,
  actor: Actor,
  { id, request }: { id: string; request: Static<typeof DeliverNewsRequest> },
): Promise<Delivery> {
  mayWriteNews(actor)
  const key = numericId(id) ?? 0
  const [before] = await selectDeliveries(tx, actor.workspace.id, [key])
  if (!before) throw problem(errors.notFound)
  await updateDelivery(tx, actor, key, await readRequest(tx, actor, before, request))
  const [delivery] = await view(tx, actor, [key])
  if (!delivery) throw problem(errors.notFound)
  return delivery
}

async function readRequest(
  tx: Tx,
  actor: Actor,
  before: DeliveryRow,
  { scheduled_at, cover_image_url, ...whom }: Static<typeof DeliverNewsRequest>,
) {
  if (scheduled_at != null && before.state === 'live')
    throw invalid('What is live cannot be scheduled', 'scheduled_at')
  if (scheduled_at != null && checkSeconds(scheduled_at, 'scheduled_at') <= actor.now)
    throw invalid('scheduled_at must be in the future', 'scheduled_at')
  if (scheduled_at != null && !before.feeds)
    throw invalid('Only what is on a newsfeed can be scheduled', 'scheduled_at')
  if (cover_image_url != null && !isPicture(cover_image_url))
    throw invalid('cover_image_url must be an address of the web that begins with https', 'cover_image_url')
  return {
    ...(await readAim(tx, actor, whom)),
    ...(scheduled_at !== undefined && { scheduled_at }),
    ...(cover_image_url !== undefined && { cover_image_url }),
  }
}

const isPicture = (url: string): boolean =>
  url.length <= 2048 && url.startsWith('https://') && URL.canParse(url)

async function view(tx: Tx, actor: Actor, ids: number[]): Promise<Delivery[]> {
  const [rows, reach] = await Promise.all([
    selectDeliveries(tx, actor.workspace.id, ids),
    reachOf(tx, actor, ids),
  ])
  return rows.map(row => viewRow(row, reach(row.id)))
}

const viewRow = (row: DeliveryRow, reach: Reach): Delivery => ({
  type: 'news_delivery',
  news_item_id: String(row.id),
  audience_id: row.audience_id === null ? null : String(row.audience_id),
  aim: row.aim === null ? null : fieldsOf(row.aim),
  scheduled_at: row.scheduled_at,
  cover_image_url: row.cover_image_url,
  reach,
})

/** Puts drafts live whose moment has come, in one workspace or in every one. Returns how many. */
export const publishNewsDue = (database: Database, now: number, workspaceId?: string): Promise<number> =>
  eachDue(
    () => selectDueNews(database.unguarded.read, now, workspaceId),
    row => database.transaction(tx => goLive(tx, row.workspace_id, row.id, row.now), row.now),
  )
