import type { EventName } from '@guichet/contract/topics.ts'
import { parseVersion, type Version } from '@guichet/contract/version.ts'
import { LRUCache } from 'lru-cache'
import type { Database } from '../db/database.ts'
import type { LoggedEvent } from '../events/logged-event.ts'
import type { Log } from '../log.ts'
import type { Claimed } from './claim.sql.ts'
import { type Item, type ItemKey, keepItems, keyOf, selectEvents, selectItems } from './items.sql.ts'

/** What events of one workspace are told as, in the newest shape, by their places in its log; many at a time. */
export type ViewItems = (workspaceId: string, events: LoggedEvent[]) => Promise<Map<number, object>>

/** An item as a reader at a version sees it. */
export type RenderItem = (topic: EventName, version: Version, item: object) => unknown

const MOST_BYTES = 64 * 1024 * 1024

/**
 * What deliveries say happened, as JSON at the version of each. It is written down when an event is first told, so that every
 * attempt, every replay and every app at a version is told the same.
 */
export class Items {
  readonly #known = new LRUCache<string, string>({
    maxSize: MOST_BYTES,
    sizeCalculation: item => item.length + 100,
  })
  readonly #database: Database
  readonly #view: ViewItems
  readonly #render: RenderItem
  readonly #log: Log

  constructor(of: { database: Database; view: ViewItems; render: RenderItem; log: Log }) {
    this.#database = of.database
    this.#view = of.view
    this.#render = of.render
    this.#log = of.log
  }

  /** The items of deliveries by `itemKey`; none for an event that is not kept any more or cannot be told. */
  async of(deliveries: Claimed[], now: number): Promise<Map<string, string>> {
    const wanted = new Map(deliveries.flatMap(itemKeys).map(key => [keyOf(key), key]))
    const found = new Map<string, string>()
    for (const key of wanted.keys()) {
      const known = this.#known.get(key)
      if (known !== undefined) found.set(key, known)
    }
    const told = new Set(deliveries.filter(isTold).flatMap(itemKeys).map(keyOf))
    await this.#add(
      found,
      missing(wanted, found).filter(key => told.has(keyOf(key))),
    )
    await this.#make(found, missing(wanted, found), now)
    return found
  }

  async #add(found: Map<string, string>, keys: ItemKey[]): Promise<void> {
    if (keys.length === 0) return
    for (const item of await selectItems(this.#database.unguarded.read, keys)) this.#know(found, item)
  }

  async #make(found: Map<string, string>, keys: ItemKey[], now: number): Promise<void> {
    if (keys.length === 0) return
    const events = await selectEvents(this.#database.unguarded.read, distinct(keys))
    const views = await this.#viewAll(events)
    const at = new Map(events.map(event => [placeOf(event), event]))
    const made = keys.flatMap(key => {
      const event = at.get(`${key.workspace_id} ${key.sequence}`)
      const view = event && views.get(placeOf(event))
      const version = parseVersion(key.version)
      if (!view || !version) return []
      return [{ ...key, item: JSON.stringify(this.#render(event.topic, version, view)) }]
    })
    if (made.length === 0) return
    const others = await this.#database.unguarded.transaction(tx => keepItems(tx, made, now))
    const theirs = new Set(others.map(keyOf))
    for (const item of made) if (!theirs.has(keyOf(item))) this.#know(found, item)
    await this.#add(found, others)
  }

  async #viewAll(events: LoggedEvent[]): Promise<Map<string, object>> {
    const within = Map.groupBy(events, event => event.workspaceId)
    const views = await Promise.all([...within].map(([workspaceId, own]) => this.#viewed(workspaceId, own)))
    return new Map(views.flatMap(each => [...each]))
  }

  /** One event that cannot be told keeps no other from being told. */
  async #viewed(workspaceId: string, events: LoggedEvent[]): Promise<Map<string, object>> {
    try {
      const views = await this.#view(workspaceId, events)
      return new Map([...views].map(([sequence, view]) => [`${workspaceId} ${sequence}`, view]))
    } catch (error) {
      if (events.length > 1) {
        const each = await Promise.all(events.map(event => this.#viewed(workspaceId, [event])))
        return new Map(each.flatMap(views => [...views]))
      }
      const [event] = events
      this.#log.error({ err: error, workspaceId, sequence: event?.sequence }, 'an event could not be told')
      return new Map()
    }
  }

  #know(found: Map<string, string>, item: Item): void {
    this.#known.set(keyOf(item), item.item)
    found.set(keyOf(item), item.item)
  }
}

/** By what `Items.of` answers; undefined for a test request, which tells of nothing. */
export const itemKey = (delivery: Claimed): string | undefined => itemKeys(delivery).map(keyOf)[0]

const itemKeys = ({ workspace_id, sequence, version }: Claimed): ItemKey[] =>
  sequence === null ? [] : [{ workspace_id, sequence, version }]

/** Whether an item may have been written down before. */
const isTold = ({ attempts, first_sent_at }: Claimed): boolean => attempts > 0 || first_sent_at !== null

const missing = (wanted: Map<string, ItemKey>, found: Map<string, string>): ItemKey[] =>
  [...wanted].flatMap(([key, of]) => (found.has(key) ? [] : [of]))

const distinct = (keys: ItemKey[]): ItemKey[] => [
  ...new Map(keys.map(key => [`${key.workspace_id} ${key.sequence}`, key])).values(),
]

const placeOf = ({ workspaceId, sequence }: LoggedEvent): string => `${workspaceId} ${sequence}`
