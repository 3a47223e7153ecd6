import type { Tx } from '../db/database.ts'
import { selectDomains } from '../domain/help-site/index.ts'

/** Which help center a domain of its own leads to. Known to each process, and looked at anew when one of them changes it. */
export class HelpDomains {
  readonly #db: Tx
  readonly #onError: (error: unknown) => void
  #known = new Map<string, string>()

  constructor(of: { db: Tx; onError(error: unknown): void }) {
    this.#db = of.db
    this.#onError = of.onError
  }

  /** Looks at all of them. */
  async refresh(): Promise<void> {
    this.#known = await selectDomains(this.#db)
  }

  changed(): void {
    this.refresh().catch(this.#onError)
  }

  /** The address that the server knows a page by: on such a domain there is the help center, its files, and nothing else. */
  inside(host: string | undefined, url: string): string {
    if (this.#known.size === 0 || host === undefined) return url
    const name = this.#known.get(host.replace(/:\d+$/, '').toLowerCase())
    if (name === undefined || /^\/(help-assets|attachments)\//.test(url)) return url
    return `/help/${name}${url === '/' ? '' : url}`
  }
}
