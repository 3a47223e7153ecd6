import { fieldsOf } from '@guichet/contract/fields.ts'
import { live } from '@guichet/contract/operations/inbox/live.ts'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { conversationQuery, refreshLists } from './conversations.ts'
import { setStreaming } from './live.ts'
import { meQuery } from './me.ts'

/** Many things happen at once, such as a reply that also opens and assigns: they are looked at together. */
const TOGETHER_MS = 80

/** Hears of what others do, for as long as the app is open. Once, around its pages. */
export function useStream(): void {
  const client = useQueryClient()
  useEffect(() => {
    const source = new EventSource(live.stream.path)
    const look = lookingTogether(client)
    let isFirst = true
    source.addEventListener('hello', event => {
      setStreaming(true)
      // What happened while nobody listened was not told: everything is looked at again.
      if (!isFirst && fieldsOf(JSON.parse(event.data))['resumed'] !== true) void client.invalidateQueries()
      isFirst = false
    })
    source.addEventListener('change', event => look(fieldsOf(fieldsOf(JSON.parse(event.data))['object'])))
    source.addEventListener('error', () => {
      setStreaming(false)
      // It is not tried again where it was refused: most likely the session has ended, which asking tells.
      if (source.readyState === EventSource.CLOSED)
        void client.invalidateQueries({ queryKey: meQuery.queryKey })
    })
    return () => {
      source.close()
      setStreaming(false)
    }
  }, [client])
}

function lookingTogether(client: QueryClient): (object: Record<string, unknown>) => void {
  const ids = new Set<string>()
  let isDue = false
  const look = () => {
    isDue = false
    for (const id of ids)
      void client.invalidateQueries({ queryKey: conversationQuery(id).queryKey, refetchType: 'active' })
    ids.clear()
    refreshLists(client)
  }
  return ({ type, id }) => {
    if (type !== 'conversation' && type !== 'ticket') return
    ids.add(String(id))
    if (!isDue) window.setTimeout(look, TOGETHER_MS)
    isDue = true
  }
}
