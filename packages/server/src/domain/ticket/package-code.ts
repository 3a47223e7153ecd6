import type { Actor } from '../actor.ts'

/** Names the app through which a part was made. */
export const packageCode = (actor: Actor): string | null =>
  actor.appId === 0 ? null : `guichet-app-${actor.appId}`
