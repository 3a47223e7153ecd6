import type { Presence } from '../domain/presence/index.ts'

/** Who is at which conversation, as far as this process has heard. Who says nothing for a while is gone. */
export class Attendance {
  readonly #present = new Map<string, { presence: Presence; until: number }>()

  /** Takes note; false where nothing is different from before. */
  note(presence: Presence, nowMs: number): boolean {
    const key = `${presence.workspaceId}/${presence.conversationId}/${presence.who.kind}/${presence.who.id}`
    const before = this.#present.get(key)
    const same = before !== undefined && before.until > nowMs && before.presence.doing === presence.doing
    if (presence.doing === 'gone') this.#present.delete(key)
    else this.#present.set(key, { presence, until: nowMs + LASTS_MS })
    return presence.doing === 'gone' ? before !== undefined : !same
  }

  /** Who is there now, in a workspace. */
  within(workspaceId: string, nowMs: number): Presence[] {
    return [...this.#present.values()]
      .filter(({ presence, until }) => presence.workspaceId === workspaceId && until > nowMs)
      .map(({ presence }) => presence)
  }

  /** Forgets who has said nothing for a while, and tells who they are. */
  sweep(nowMs: number): Presence[] {
    const left = [...this.#present].filter(([, { until }]) => until <= nowMs)
    for (const [key] of left) this.#present.delete(key)
    return left.map(([, { presence }]) => ({ ...presence, doing: 'gone' }))
  }
}

/** Pages say it again every ten seconds. */
const LASTS_MS = 25_000
