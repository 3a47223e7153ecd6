import { useEffect, useState, useSyncExternalStore } from 'react'

/** What one is writing to the customer in a conversation. */
interface Writing {
  /** The last part that was there when one began. */
  behind: number
  /** When a letter was typed last, in milliseconds. */
  typedAt: number
}

let writing: ReadonlyMap<string, Writing> = new Map()
const listeners = new Set<() => void>()

function change(id: string, to: Writing | undefined): void {
  const changed = new Map(writing)
  if (to) changed.set(id, to)
  else changed.delete(id)
  writing = changed
  for (const listen of listeners) listen()
}

/** Something of a reply was typed, when `behind` was the last part. */
export const noteTyping = (id: string, behind: number): void =>
  change(id, { behind: writing.get(id)?.behind ?? behind, typedAt: Date.now() })

/** The reply was sent, or taken back to nothing. */
export const endTyping = (id: string): void => {
  if (writing.has(id)) change(id, undefined)
}

/** Whoever types nothing for so long is thinking. */
const PAUSE_MS = 6_000

/** Whether one types right now, and since which part one has been writing. */
export function useTyping(id: string): { isTyping: boolean; behind: number | undefined } {
  const now = useSyncExternalStore(
    listen => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    () => writing.get(id),
  )
  const [isTyping, setTyping] = useState(false)
  const typedAt = now?.typedAt
  useEffect(() => {
    const left = typedAt === undefined ? 0 : typedAt + PAUSE_MS - Date.now()
    setTyping(left > 0)
    if (left <= 0) return
    const timer = setTimeout(() => setTyping(false), left)
    return () => clearTimeout(timer)
  }, [typedAt])
  return { isTyping, behind: now?.behind }
}
