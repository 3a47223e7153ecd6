/** Wakes streams that wait for something to happen to a key, such as `demo2026/17`. */
export class Streams {
  readonly #open = new Map<string, Set<Waiter>>()
  #closed = false

  get closed(): boolean {
    return this.#closed
  }

  /** A stream that is woken with its key until it ends. */
  open(key: string): Waiter {
    const among = this.#open.get(key) ?? new Set()
    this.#open.set(key, among)
    const waiter = new Waiter(() => {
      among.delete(waiter)
      if (among.size === 0) this.#open.delete(key)
    })
    among.add(waiter)
    return waiter
  }

  wake(key: string): void {
    for (const waiter of this.#open.get(key) ?? []) waiter.wake()
  }

  /** Wakes those whose keys begin with a workspace. */
  wakeWithin(workspaceId: string): void {
    for (const key of this.#open.keys()) if (key.startsWith(`${workspaceId}/`)) this.wake(key)
  }

  wakeAll(): void {
    for (const key of this.#open.keys()) this.wake(key)
  }

  /** Ends every stream. */
  close(): void {
    this.#closed = true
    this.wakeAll()
  }
}

/** Waits for one stream. A wake while nobody waits is not lost: the next wait is over at once. */
export class Waiter {
  readonly end: () => void
  #woken = false
  #resolve = (): void => {}

  constructor(end: () => void) {
    this.end = end
  }

  wake(): void {
    this.#woken = true
    this.#resolve()
  }

  /** Waits for a wake, `ms` at most. */
  async wait(ms: number): Promise<void> {
    if (!this.#woken) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#resolve = resolve
      const timer = setTimeout(resolve, ms)
      await promise
      clearTimeout(timer)
    }
    this.#woken = false
  }
}
