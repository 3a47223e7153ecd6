import type { LoggedEvent } from '../../events/logged-event.ts'
import type { Found, Noun } from './found.ts'
import type { EventItem } from './items.ts'

/** How the item of a topic is made: from what is looked up for it. Undefined where the object is gone. */
export interface Kind {
  needs(event: LoggedEvent): [Noun, string][]
  item(event: LoggedEvent, found: Found): EventItem | undefined
}

export const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString()
