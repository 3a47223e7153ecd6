/** How far the log of a workspace has come. */
export interface Reached {
  workspaceId: string
  sequence: number
}

/** Undefined says that messages may have been missed: whoever waits for something had better look. */
export type OnReached = (reached: Reached | undefined) => void

/** Tells this process how far the logs of workspaces have come, as those hear it who listen to `SEQUENCE_CHANNEL`. */
export class EventSignals {
  closed = false
  readonly #everywhere = new Set<OnReached>()
  readonly #within = new Map<string, Set<OnReached>>()

  /** Hears of one workspace, or of all; call the result to hear no more. */
  subscribe(on: OnReached, workspaceId?: string): () => void {
    if (workspaceId === undefined) {
      this.#everywhere.add(on)
      return () => this.#everywhere.delete(on)
    }
    const among = this.#within.get(workspaceId) ?? new Set()
    this.#within.set(workspaceId, among.add(on))
    return () => {
      among.delete(on)
      if (among.size === 0 && this.#within.get(workspaceId) === among) this.#within.delete(workspaceId)
    }
  }

  /** The next move of a workspace from now on, for whoever looks first and then waits. End it in any case. */
  next(workspaceId: string): { within(ms: number): Promise<void>; end(): void } {
    const { promise, resolve } = Promise.withResolvers<void>()
    const end = this.subscribe(() => resolve(), workspaceId)
    return {
      async within(ms) {
        const timer = setTimeout(resolve, ms)
        await promise
        clearTimeout(timer)
      },
      end,
    }
  }

  /** Nobody is to wait any more. */
  close(): void {
    this.closed = true
    this.missed()
  }

  /** A message of the channel: how far which workspaces came, such as `{"ecahpwf5": 17}`. */
  hear(message: string): void {
    const reached: Record<string, number> = JSON.parse(message)
    for (const [workspaceId, sequence] of Object.entries(reached)) {
      for (const on of this.#within.get(workspaceId) ?? []) on({ workspaceId, sequence })
      for (const on of this.#everywhere) on({ workspaceId, sequence })
    }
  }

  /** The connection that is listened on broke, or is back. */
  missed(): void {
    for (const among of this.#within.values()) for (const on of among) on(undefined)
    for (const on of this.#everywhere) on(undefined)
  }
}
