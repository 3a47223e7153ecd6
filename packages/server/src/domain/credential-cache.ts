import { LRUCache } from 'lru-cache'
import { hashToken } from './token/index.ts'

/** Whatever a secret lets its bearer in as, until some moment (seconds). */
interface Expiring {
  expiresAt: number | undefined
}

/**
 * Credentials of secrets lately used, so that a request does not wait for a look-up. What is forgotten is looked up
 * again: `forget` one when it is revoked anywhere, `forgetAll` when revocations may have gone unheard.
 */
export class CredentialCache<T extends Expiring> {
  readonly #known = new LRUCache<string, T & object>({ max: 10_000 })
  readonly #load: (hash: Buffer) => Promise<T | undefined>
  /** Counts what was forgotten, so that a look-up begun before is not kept after. */
  #generation = 0

  constructor(load: (hash: Buffer) => Promise<T | undefined>) {
    this.#load = load
  }

  /** The live credential of a secret at `now` (seconds); undefined for one unknown, revoked or expired. */
  find(secret: string, now: number): T | undefined | Promise<T | undefined> {
    const key = hashToken(secret)
    const known = this.#known.get(key.toString('hex'))
    // Another node may know of a later end.
    return known && isLive(known, now) ? known : this.#fetch(key, now)
  }

  forget(hash: string): void {
    this.#generation += 1
    this.#known.delete(hash)
  }

  forgetAll(): void {
    this.#generation += 1
    this.#known.clear()
  }

  async #fetch(key: Buffer, now: number): Promise<T | undefined> {
    const generation = this.#generation
    const found = await this.#load(key)
    if (!found || !isLive(found, now)) return undefined
    if (generation === this.#generation) this.#known.set(key.toString('hex'), found)
    return found
  }
}

const isLive = ({ expiresAt }: Expiring, now: number): boolean => expiresAt === undefined || expiresAt > now
