/** What many requests have in common. */
export interface RequestKind {
  workspace_id: string
  app_id: number
  version: string
  method: string
  path: string
  status: number
  error_code: string | null
  client: string | null
}

/** What is one request's own. */
export interface OneRequest {
  atMs: number
  requestId: string
  durationUs: number
}

/**
 * Requests that wait to be written. Most are of a few kinds, so a request costs three values and the number of its kind: it is
 * noted on the way of every answer.
 */
export class RequestBatch {
  readonly kinds: RequestKind[] = []
  readonly kindOf: number[] = []
  readonly atMs: number[] = []
  readonly requestIds: string[] = []
  readonly durationsUs: number[] = []
  readonly #numbers = new Map<string, number>()

  get size(): number {
    return this.kindOf.length
  }

  add(kind: RequestKind, { atMs, requestId, durationUs }: OneRequest): void {
    this.kindOf.push(this.#numberOf(kind))
    this.atMs.push(atMs)
    this.requestIds.push(requestId)
    this.durationsUs.push(durationUs)
  }

  #numberOf(kind: RequestKind): number {
    const { workspace_id, app_id, version, method, path, status, error_code, client } = kind
    const key = `${workspace_id} ${app_id} ${version} ${status} ${method} ${path} ${error_code} ${client}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.kinds.push(kind) - 1
    this.#numbers.set(key, number)
    return number
  }
}
