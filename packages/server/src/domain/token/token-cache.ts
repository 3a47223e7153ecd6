import { LRUCache } from 'lru-cache'
import type { Credential } from './token.sql.ts'
import { hashToken } from './token.ts'

/**
 * Credentials of tokens lately used, so that a request does not wait for a look-up. What is forgotten is looked up
 * again: `forget` one when it is revoked anywhere, `forgetAll` when revocations may have gone unheard.
 */
export class TokenCache {
  readonly #known = new LRUCache<string, Credential>({ max: 10_000 })
  readonly #load: (hash: Buffer) => Promise<Credential | undefined>
  /** Counts what was forgotten, so that a look-up begun before is not kept after. */
  #generation = 0

  constructor(load: (hash: Buffer) => Promise<Credential | undefined>) {
    this.#load = load
  }

  /** The live credential of a token at `now` (seconds); undefined for one unknown, revoked or expired. */
  find(token: string, now: number): Credential | undefined | Promise<Credential | undefined> {
    const key = hashToken(token)
    const known = this.#known.get(key.toString('hex'))
    return known ? unlessExpired(known, now) : this.#fetch(key, now)
  }

  forget(hash: string): void {
    this.#generation += 1
    this.#known.delete(hash)
  }

  forgetAll(): void {
    this.#generation += 1
    this.#known.clear()
  }

  async #fetch(key: Buffer, now: number): Promise<Credential | undefined> {
    const generation = this.#generation
    const found = await this.#load(key)
    if (found && generation === this.#generation) this.#known.set(key.toString('hex'), found)
    return found && unlessExpired(found, now)
  }
}

/** What expires in a sandbox does so by its clock, which is asked at admission. */
const unlessExpired = (credential: Credential, now: number): Credential | undefined =>
  !credential.workspace.sandbox && credential.expiresAt !== undefined && credential.expiresAt <= now
    ? undefined
    : credential
