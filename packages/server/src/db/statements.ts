import type { CompiledQuery } from 'kysely'
import type { Statement } from './prepared-query.ts'
import { assertTenantPinned } from './tenant-guard.ts'

/** Texts seen more than this often are named, so that PostgreSQL keeps them prepared. */
const usesBeforeNaming = 2
/** Each prepared statement takes memory in every connection. */
const mostNamed = 1000
const mostRemembered = 5000

export type OnStatement = (text: string, parameters: readonly unknown[]) => void

interface Seen extends Statement {
  uses: number
}

/**
 * What is known of each statement by its text: that it passed the tenant guard, and its name once it proved hot. The guard
 * judges a text once, since only parameters vary behind it.
 */
export class Statements {
  readonly #guarded: boolean
  readonly #prefix: string
  readonly #seen = new Map<string, Seen>()
  /** Told of every statement, where somebody listens. */
  readonly #onStatement: OnStatement | undefined
  #named = 0

  constructor(options: { guarded: boolean; prefix: string; onStatement?: OnStatement | undefined }) {
    this.#onStatement = options.onStatement
    this.#prefix = options.prefix
    this.#guarded = options.guarded
  }

  /** Throws when the statement touches a tenant table without pinning its workspace. */
  admit(query: CompiledQuery): Statement {
    const seen = this.#seen.get(query.sql) ?? this.#judge(query)
    seen.uses += 1
    if (seen.name === undefined && seen.uses > usesBeforeNaming && this.#named < mostNamed) {
      this.#named += 1
      seen.name = `${this.#prefix}${this.#named}`
    }
    this.#onStatement?.(query.sql, query.parameters)
    return seen
  }

  #judge(query: CompiledQuery): Seen {
    if (this.#guarded) assertTenantPinned(query.query)
    if (this.#seen.size >= mostRemembered) this.#forgetUnnamed()
    const seen: Seen = { text: query.sql, name: undefined, uses: 0 }
    this.#seen.set(query.sql, seen)
    return seen
  }

  #forgetUnnamed(): void {
    for (const [text, seen] of this.#seen) if (seen.name === undefined) this.#seen.delete(text)
  }
}
