import { live } from '@guichet/contract/operations/inbox/live.ts'
import { useEffect, useSyncExternalStore } from 'react'
import { call } from './client.ts'
import { useMe } from './me.ts'
import { listenToPresence, type Present, presentAt } from './present.ts'

/** Who else is at a conversation. */
export function usePresent(id: string): Present[] {
  const me = useMe()
  const all = useSyncExternalStore(listenToPresence, () => presentAt(id))
  return all.filter(each => each.kind === 'contact' || each.id !== me.admin.id)
}

/** It holds for 25 seconds. */
const AGAIN_MS = 10_000

/** Says that one is at a conversation for as long as one looks at it, and whether one types. */
export function useAnnounce(id: string, isTyping: boolean): void {
  useEffect(() => {
    const say = (doing: 'viewing' | 'typing' | 'gone') => {
      // It is said again soon: a failure is nobody's business.
      call(live.present, { body: { conversation_id: id, doing } }).catch(() => {})
    }
    const now = () => document.visibilityState === 'visible' && say(isTyping ? 'typing' : 'viewing')
    now()
    const timer = setInterval(now, AGAIN_MS)
    document.addEventListener('visibilitychange', now)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', now)
    }
  }, [id, isTyping])
  useEffect(() => {
    const leave = () => {
      call(live.present, { body: { conversation_id: id, doing: 'gone' } }).catch(() => {})
    }
    return leave
  }, [id])
}
