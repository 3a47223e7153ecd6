import { type InboxBulkRequest, inbox } from '@guichet/contract/operations/inbox/inbox.ts'
import { tags } from '@guichet/contract/operations/tags.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../text/t.ts'
import { toast } from '../ui/toast.tsx'
import { call } from './client.ts'
import { type Conversation, conversationQuery, refreshLists } from './conversations.ts'
import { reasonOf } from './refusal.ts'

export type BulkAct = Static<typeof InboxBulkRequest>['act']

/** So many at a time: each part of the way shows, and none takes long. */
const AT_A_TIME = 25

/** How far something has come that is done to many. */
export interface Progress {
  done: number
  of: number
}

/** Does the same to many conversations, tells how far it has come, and takes it back where one is told to. */
export function useBulk() {
  const client = useQueryClient()
  const [progress, setProgress] = useState<Progress>()
  const each = async (steps: { act: BulkAct; ids: string[] }[]): Promise<string[]> => {
    const of = steps.reduce((sum, { ids }) => sum + ids.length, 0)
    const done: string[] = []
    let tried = 0
    try {
      for (const { act, ids } of steps)
        for (let at = 0; at < ids.length; at += AT_A_TIME) {
          setProgress({ done: tried, of })
          const some = ids.slice(at, at + AT_A_TIME)
          const answer = await call(inbox.actOnMany, { body: { conversation_ids: some, act } })
          done.push(...answer.done)
          tried += some.length
        }
      if (done.length < of) toast({ title: t('desk.someFailed', { count: of - done.length }), failed: true })
    } catch (error) {
      toast({ title: t('inbox.actFailed'), says: reasonOf(error), failed: true })
    } finally {
      setProgress(undefined)
      refreshLists(client)
      void client.invalidateQueries({ queryKey: [tags.list.path] })
      for (const id of done) void client.invalidateQueries({ queryKey: conversationQuery(id).queryKey })
    }
    return done
  }
  /** Does it, says so as `title` has it for so many, and offers to undo. */
  const run = async (conversations: Conversation[], act: BulkAct, title: (count: number) => string) => {
    const done = new Set(await each([{ act, ids: conversations.map(({ id }) => id) }]))
    if (done.size === 0) return
    const back = undoing(
      conversations.filter(({ id }) => done.has(id)),
      act,
    )
    toast({
      title: title(done.size),
      ...(back.length > 0 && { undo: { label: t('app.undo'), run: () => void each(back) } }),
    })
  }
  return { run, progress }
}

/** What brings conversations back to where they were, as many acts as there were ways to be. */
function undoing(before: Conversation[], act: BulkAct): { act: BulkAct; ids: string[] }[] {
  const steps = before.flatMap(conversation =>
    backOf(conversation, act).map(back => ({ back, id: conversation.id })),
  )
  const byAct = Map.groupBy(steps, ({ back }) => JSON.stringify(back))
  return [...byAct.values()].flatMap(all => {
    const [first] = all
    return first ? [{ act: first.back, ids: all.map(({ id }) => id) }] : []
  })
}

function backOf(was: Conversation, act: BulkAct): BulkAct[] {
  switch (act.type) {
    case 'tag':
      return was.tags.tags.some(({ id }) => id === act.tag_id) ? [] : [{ ...act, type: 'untag' }]
    case 'untag':
      return was.tags.tags.some(({ id }) => id === act.tag_id) ? [{ ...act, type: 'tag' }] : []
    case 'assign': {
      const type = act.assignee?.type ?? 'admin'
      const id = String(type === 'admin' ? was.admin_assignee_id : was.team_assignee_id)
      // Assigning opens what was closed or asleep.
      return [{ type: 'assign', assignee: { type, id } }, ...(was.state === 'open' ? [] : stateOf(was))]
    }
    default:
      return stateOf(was)
  }
}

function stateOf({ state, snoozed_until: until }: Conversation): BulkAct[] {
  if (state === 'snoozed') return until === null ? [] : [{ type: 'snooze', snoozed_until: until }]
  return [{ type: state === 'open' ? 'open' : 'close' }]
}
