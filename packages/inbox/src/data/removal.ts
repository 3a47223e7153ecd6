import { useSyncExternalStore } from 'react'
import { t } from '../text/t.ts'
import { toast } from '../ui/toast.tsx'
import { reasonOf } from './refusal.ts'

/** How long something that was removed can be taken back. */
const UNDO_MS = 7_000

/** What is gone for whoever looks, and on the server in a moment; a page that is left removes it at once. */
let gone: ReadonlySet<string> = new Set()
const listeners = new Set<() => void>()
const waiting = new Map<string, () => void>()
window.addEventListener('pagehide', () => {
  for (const remove of waiting.values()) remove()
})

/** Whether something is gone, by the key it was removed under. */
export function useGone(): (key: string) => boolean {
  const keys = useSyncExternalStore(
    listen => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    () => gone,
  )
  return key => keys.has(key)
}

/** Removes something: it is gone at once, and can be taken back for a moment. What the server refuses comes back, with the reason. */
export function removeSoon(of: {
  key: string
  /** What was done, and what could not be, in words. */
  title: string
  failed: string
  /** Removes it for good; what it was shown from is asked anew by then. */
  run: () => Promise<unknown>
}): void {
  show(of.key, true)
  const remove = () => {
    clearTimeout(timer)
    waiting.delete(of.key)
    of.run().then(
      () => show(of.key, false),
      error => {
        show(of.key, false)
        toast({ title: of.failed, says: reasonOf(error), failed: true })
      },
    )
  }
  const timer = setTimeout(remove, UNDO_MS)
  waiting.set(of.key, remove)
  const undo = () => {
    if (!waiting.delete(of.key)) return
    clearTimeout(timer)
    show(of.key, false)
  }
  toast({ title: of.title, undo: { label: t('app.undo'), run: undo } })
}

function show(key: string, isGone: boolean): void {
  const next = new Set(gone)
  if (isGone) next.add(key)
  else next.delete(key)
  gone = next
  for (const listen of listeners) listen()
}
