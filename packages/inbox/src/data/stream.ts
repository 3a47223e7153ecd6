import { fieldsOf } from '@guichet/contract/fields.ts'
import { live } from '@guichet/contract/operations/inbox/live.ts'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { t } from '../text/t.ts'
import { toast } from '../ui/toast.tsx'
import { conversationQuery, refreshLists } from './conversations.ts'
import { setStreaming } from './live.ts'
import { meQuery } from './me.ts'
import { forgetPresence, hearPresence } from './present.ts'
import { forgetStretches } from './thread.ts'

/** Many things happen at once, such as a reply that also opens and assigns: what follows the first is looked at together. */
const TOGETHER_MS = 80

/** Lists come after the conversation that one reads: nobody waits for a line of theirs, and the server is asked for that first. */
const LISTS_MS = 150

/** What is no conversation is waited for by nobody: it is looked at less often, however much happens. */
const OTHERS_MS = 1_000

/** Hears of what others do, for as long as the app is open. Once, around its pages. */
export function useStream(): void {
  const client = useQueryClient()
  const navigate = useNavigate()
  useEffect(() => {
    // Behind who one is, which is asked first of all: what happens while the rest is on its way is told too.
    const since = client.getQueryData(meQuery.queryKey)?.sequence
    const source = new EventSource(
      since === undefined ? live.stream.path : `${live.stream.path}?since=${since}`,
    )
    const look = lookingTogether(client)
    source.addEventListener('open', forgetPresence)
    source.addEventListener('hello', event => {
      setStreaming(true)
      // What happened while nobody listened and is not kept was not told: everything is looked at again.
      if (fieldsOf(JSON.parse(event.data))['resumed'] !== true) void client.invalidateQueries()
    })
    source.addEventListener('change', event => {
      const change = fieldsOf(JSON.parse(event.data))
      look(fieldsOf(change['object']))
      if (change['topic'] === 'conversation_part.redacted') void forgetStretches(client)
      const note = mentionIn(client, change)
      if (note) tellMention(note, navigate)
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
  }, [client, navigate])
}

function lookingTogether(client: QueryClient): (object: Record<string, unknown>) => void {
  const conversations = new Set<string>()
  const others = new Set<string>()
  const lookAtLists = together(LISTS_MS, () => refreshLists(client))
  const lookAtConversations = firstThenTogether(TOGETHER_MS, () => {
    for (const id of conversations)
      void client.invalidateQueries({ queryKey: conversationQuery(id).queryKey, refetchType: 'active' })
    conversations.clear()
    lookAtLists()
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
  admin: ['admins', 'teammates', 'me', 'wait'],
  team: ['teams', 'admins', 'me', 'wait'],
  office_hours_schedule: ['office_hours_schedules', 'wait'],
  office_hours_exception: ['office_hours_exceptions', 'wait'],
  data_attribute: ['data_attributes', 'attributes'],
  app: ['apps', 'installations'],
}

/** Calls for the first at once, with all that are heard in one go; and once for all that follow within a while. */
function firstThenTogether(ms: number, work: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY
  let isDue = false
  return () => {
    if (isDue) return
    isDue = true
    const run = () => {
      isDue = false
      last = performance.now()
      work()
    }
    window.setTimeout(run, Math.max(0, last + ms - performance.now()))
  }
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

/** A note of somebody else in which whoever reads this is mentioned. */
interface Mention {
  conversationId: string
  partId: number
  by: string
}

function mentionIn(
  client: QueryClient,
  { object, mention, actor }: Record<string, unknown>,
): Mention | undefined {
  const me = client.getQueryData(meQuery.queryKey)?.admin.id
  const { part_id, admin_ids, author_name } = fieldsOf(mention)
  if (me === undefined || String(fieldsOf(actor)['admin_id']) === me) return undefined
  if (!Array.isArray(admin_ids) || !admin_ids.includes(me)) return undefined
  return {
    ...{ conversationId: String(fieldsOf(object)['id']), partId: Number(part_id) },
    by: String(author_name ?? ''),
  }
}

/** Somebody who is mentioned is told, wherever in the app they are, and led there. */
function tellMention(
  { conversationId, partId, by }: Mention,
  navigate: ReturnType<typeof useNavigate>,
): void {
  const to = { view: 'all', id: conversationId }
  toast({
    title: t('inbox.mentionedYou', { name: by }),
    link: {
      label: t('inbox.readNote'),
      href: `/app/inbox/${to.view}/${to.id}?part=${partId}`,
      go: () => void navigate({ to: '/inbox/$view/{-$id}', params: to, search: { part: partId } }),
    },
  })
}
