import { CredentialCache } from '../credential-cache.ts'
import type { SessionCredential, Use } from './session.sql.ts'

/** A session that is not used for this long ends, in seconds. */
export const IDLE = 14 * 86_400
/** No session lasts longer than this, used or not. */
export const LONGEST = 90 * 86_400
/** How often it is written down that a session is in use. */
const TOUCH_EVERY = 60

interface Behind {
  load(hash: Buffer): Promise<SessionCredential | undefined>
  /** Notes a use, and gives the session's new end; undefined for one that has ended meanwhile. */
  touch(use: Use): Promise<number | undefined>
}

/** Where sessions are looked up for requests: from memory mostly, and noting about once a minute that they are in use. */
export class SessionDesk {
  readonly #cache: CredentialCache<SessionCredential>
  readonly #touch: Behind['touch']

  constructor({ load, touch }: Behind) {
    this.#cache = new CredentialCache(load)
    this.#touch = touch
  }

  async find(token: string, now: number, ip: string | undefined): Promise<SessionCredential | undefined> {
    const found = await this.#cache.find(token, now)
    if (!found || now - found.lastSeenAt < TOUCH_EVERY) return found
    // Written at once, so that requests at the same moment touch it once.
    found.lastSeenAt = now
    const expiresAt = await this.#touch({ id: found.id, now, ip, idle: IDLE, longest: LONGEST })
    if (expiresAt === undefined) return undefined
    found.expiresAt = expiresAt
    return found
  }

  /** Forgets one, or all of them where none is named. */
  forget(hash: string): void {
    if (hash === '') this.#cache.forgetAll()
    else this.#cache.forget(hash)
  }

  forgetAll(): void {
    this.#cache.forgetAll()
  }
}
