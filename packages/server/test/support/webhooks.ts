import { afterAll } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { renderItem } from '../../src/domain/event-item/index.ts'
import { guardedOutbound, type Outbound } from '../../src/egress/outbound.ts'
import { buildLog } from '../../src/log.ts'
import { secretsOf } from '../../src/services.ts'
import { Deliverer } from '../../src/webhooks/deliverer.ts'
import type { ViewItems } from '../../src/webhooks/items.ts'
import { itemViews } from '../../src/webhooks/view-items.ts'
import type { Api } from './api.ts'
import { type Guichet, startGuichet } from './guichet.ts'
import { drainEvents } from './happened.ts'
import { makeDatabase } from './own-database.ts'

export interface Hooked extends Guichet {
  deliverer: Deliverer
  /** Gives events their place and makes all deliveries that are due. */
  deliver(): Promise<void>
}

const ALLOWED = '127.0.0.1 localhost'

/** A server on a database of its own, whose webhooks may go to this machine and are delivered when a test says so. */
export async function startHooked(env: Record<string, string> = {}): Promise<Hooked> {
  const own = { GUICHET_EGRESS_ALLOW: ALLOWED, DATABASE_URL: await makeDatabase(), ...env }
  const guichet = await startGuichet(own)
  const deliverer = makeDeliverer(guichet)
  const deliver = async () => {
    await drainEvents(guichet)
    await deliverer.drain()
  }
  return { ...guichet, deliverer, deliver }
}

interface Delivery {
  outbound?: Outbound
  patienceMs?: number
  /** What events are told as; as in the product unless said. */
  view?: ViewItems
}

/** What delivers, as another process would have it. */
export function makeDeliverer(
  { database, clock, origin }: Pick<Guichet, 'database' | 'clock' | 'origin'>,
  { outbound = guardedOutbound(ALLOWED.split(' ')), ...more }: Delivery = {},
): Deliverer {
  const deliverer = new Deliverer({
    ...{ database, clock, outbound, log: buildLog('error'), secrets: secretsOf(readConfig({})) },
    ...{ view: itemViews({ database, clock, origin }), render: renderItem, ...more },
  })
  afterAll(async () => {
    await deliverer.close()
    outbound.close()
  })
  return deliverer
}

/** An app of a workspace that is told of topics at a URL; its id and its live secret. */
export async function hook(
  api: Api,
  url: string,
  topics: string[],
  more: object = {},
): Promise<{ id: string; secret: string }> {
  const { version, ...webhook } = { version: null, ...more }
  const { body: app } = await api.post('/app/api/apps', {
    ...{ name: 'Hooked', scopes: ['all'], api_version: version },
  })
  const set = await api.put(`/app/api/apps/${app.id}/webhook`, { url, topics, ...webhook })
  if (set.status !== 200) throw new Error(JSON.stringify(set.body))
  const { body: secrets } = await api.post(`/app/api/apps/${app.id}/secrets/reveal`)
  return { id: app.id, secret: secrets.client_secrets[0] }
}
