import { LRUCache } from 'lru-cache'
import type { Database } from '../db/database.ts'
import { clientSecrets, openSecrets } from '../domain/app/index.ts'
import type { SecretBox } from '../secrets/secret-box.ts'

interface Sealed {
  id: number
  client_secret: string | null
  next_client_secret: string | null
}

/** The secrets of apps as they stand at each look: opened once, and again when they were rotated. */
export class Keys {
  readonly #opened = new LRUCache<string, string[]>({ max: 10_000 })
  readonly #on: { database: Database; secrets: SecretBox }

  constructor(on: { database: Database; secrets: SecretBox }) {
    this.#on = on
  }

  /** The live secrets of an app, of which the first signs. */
  async of({ id, client_secret, next_client_secret }: Sealed): Promise<string[]> {
    const { database, secrets } = this.#on
    if (client_secret === null) return live(await database.transaction(tx => clientSecrets(tx, id, secrets)))
    const key = `${id} ${client_secret} ${next_client_secret ?? ''}`
    const known = this.#opened.get(key)
    if (known) return known
    const opened = live(await openSecrets({ client_secret, next_client_secret }, secrets))
    this.#opened.set(key, opened)
    return opened
  }
}

const live = (secrets: (string | undefined)[]): string[] => secrets.filter(secret => secret !== undefined)
