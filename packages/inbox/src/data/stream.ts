import { fieldsOf } from '@guichet/contract/fields.ts'
import { live } from '@guichet/contract/operations/inbox/live.ts'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { t } from '../text/t.ts'
import { toast } from '../ui/toast.tsx'
import { conversationQuery, refreshLists } from './conversations.ts'
import { setStreaming } from './live.ts'
import { meQuery } from './me.ts'
import { forgetPresence, hearPresence } from './present.ts'

/** Many things happen at once, such as a reply that also opens and assigns: they are looked at together. */
const TOGETHER_MS = 80

/** What is no conversation is waited for by nobody: it is looked at less often, however much happens. */
const OTHERS_MS = 1_000

/** Hears of what others do, for as long as the app is open. Once, around its pages. */
export function useStream(): void {
  const client = useQueryClient()
  useEffect(() => {
    const source = new EventSource(live.stream.path)
    const look = lookingTogether(client)
    let isFirst = true
    source.addEventListener('open', forgetPresence)
    source.addEventListener('hello', event => {
      setStreaming(true)
      // What happened while nobody listened was not told: everything is looked at again.
      if (!isFirst && fieldsOf(JSON.parse(event.data))['resumed'] !== true) void client.invalidateQueries()
      isFirst = false
    })
    source.addEventListener('change', event => {
      const change = fieldsOf(JSON.parse(event.data))
      look(fieldsOf(change['object']))
      tellMention(client, change)
    })
    source.addEventListener('presence', event => hearPresence(JSON.parse(event.data)))
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
  const conversations = new Set<string>()
  const others = new Set<string>()
  const lookAtConversations = together(TOGETHER_MS, () => {
    for (const id of conversations)
      void client.invalidateQueries({ queryKey: conversationQuery(id).queryKey, refetchType: 'active' })
    conversations.clear()
    refreshLists(client)
  })
  const lookAtOthers = together(OTHERS_MS, () => {
    const segments = new Set([...others].flatMap(segmentsOf))
    const everything = others.has('workspace')
    others.clear()
    void client.invalidateQueries({
      predicate: ({ queryKey: [path] }) =>
        everything ||
        String(path)
          .split('/')
          .some(segment => segments.has(segment)),
    })
  })
  return ({ type, id }) => {
    if (type === 'conversation' || type === 'ticket') {
      conversations.add(String(id))
      lookAtConversations()
    }
    if (type === 'conversation') return
    others.add(String(type))
    lookAtOthers()
  }
}

/** What is kept is kept under the paths of operations, which name things by their segments: `/contacts/{id}`, `/tags`. */
const segmentsOf = (type: string): string[] =>
  SEGMENTS[type] ?? [type.endsWith('y') ? `${type.slice(0, -1)}ies` : `${type}s`]

const SEGMENTS: Record<string, string[]> = {
  admin: ['admins', 'teammates', 'me'],
  team: ['teams', 'admins', 'me'],
  data_attribute: ['data_attributes', 'attributes'],
  app: ['apps', 'installations'],
}

/** Calls once for all calls of a while. */
function together(ms: number, work: () => void): () => void {
  let isDue = false
  return () => {
    if (!isDue)
      window.setTimeout(() => {
        isDue = false
        work()
      }, ms)
    isDue = true
  }
}

const NOTES = new Set(['conversation.admin.noted', 'ticket.note.created'])

/** Somebody who is mentioned in a note is told, wherever in the app they are. */
function tellMention(client: QueryClient, { topic, item, actor }: Record<string, unknown>): void {
  const me = client.getQueryData(meQuery.queryKey)?.admin.id
  if (me === undefined || !NOTES.has(String(topic)) || String(fieldsOf(actor)['admin_id']) === me) return
  const noted = fieldsOf(fieldsOf(item)['conversation_parts'])['conversation_parts']
  const part = fieldsOf(Array.isArray(noted) ? noted[0] : undefined)
  if (!String(part['body']).includes(`data-mention="${me}"`)) return
  toast({ title: t('inbox.mentionedYou', { name: String(fieldsOf(part['author'])['name'] ?? '') }) })
}
