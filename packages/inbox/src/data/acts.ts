import { conversations, type UpdateConversationRequest } from '@guichet/contract/operations/conversations.ts'
import { tags } from '@guichet/contract/operations/tags.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { type Conversation, conversationQuery, keepConversation, refreshLists } from './conversations.ts'
import { useMe } from './me.ts'

export const PRIORITIES = ['none', 'low', 'medium', 'high', 'urgent'] as const
export type Priority = (typeof PRIORITIES)[number]

/** What a teammate can do to a conversation besides writing in it. */
export type Act =
  | { type: 'close' }
  | { type: 'open' }
  | { type: 'snooze'; until: number }
  | { type: 'assign'; to: { type: 'admin' | 'team'; id: string } }
  | { type: 'priority'; priority: Priority }
  | { type: 'title'; title: string }
  | { type: 'read'; read: boolean }
  | { type: 'attributes'; attributes: Record<string, unknown> }
  | { type: 'tag'; tag: { id: string; name: string } }
  | { type: 'untag'; tag: { id: string; name: string } }

/** Does something to a conversation: shown at once, taken back where the server refuses. */
export function useAct(id: string) {
  const client = useQueryClient()
  const me = useMe()
  const { queryKey } = conversationQuery(id)
  return useMutation({
    mutationFn: (act: Act) => perform(id, me.admin.id, act),
    meta: { failed: t('inbox.actFailed') },
    onMutate: async act => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData(queryKey)
      if (before) client.setQueryData(queryKey, foreseen(before, act))
      return { before }
    },
    onError: (_error, _act, context) => client.setQueryData(queryKey, context?.before),
    onSuccess: answer => (answer ? keepConversation(client, answer) : refreshLists(client)),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
}

async function perform(id: string, adminId: string, act: Act): Promise<Conversation | undefined> {
  const manage = (body: { message_type: 'close' | 'open' | 'snoozed'; snoozed_until?: number }) =>
    call(conversations.manage, { params: { id }, body: { ...body, type: 'admin', admin_id: adminId } })
  const update = (body: Static<typeof UpdateConversationRequest>) =>
    call(conversations.update, { params: { id }, body })
  switch (act.type) {
    case 'close':
    case 'open':
      return manage({ message_type: act.type })
    case 'snooze':
      return manage({ message_type: 'snoozed', snoozed_until: act.until })
    case 'assign':
      return call(conversations.manage, {
        params: { id },
        body: { message_type: 'assignment', admin_id: adminId, type: act.to.type, assignee_id: act.to.id },
      })
    case 'priority':
      return update({ priority: act.priority })
    case 'title':
      return update({ title: act.title })
    case 'read':
      return update({ read: act.read })
    case 'attributes':
      return update({ custom_attributes: act.attributes })
    case 'tag':
      await call(tags.attachToConversation, {
        params: { conversation_id: id },
        body: { id: act.tag.id, admin_id: adminId },
      })
      return undefined
    case 'untag':
      await call(tags.detachFromConversation, {
        params: { conversation_id: id, id: act.tag.id },
        body: { admin_id: adminId },
      })
      return undefined
  }
}

/** What the conversation will be once the server has done it. */
function foreseen(now: Conversation, act: Act): Conversation {
  switch (act.type) {
    case 'close':
      return { ...now, state: 'closed', open: false }
    case 'open':
      return { ...now, state: 'open', open: true }
    case 'snooze':
      return { ...now, state: 'snoozed', open: true, snoozed_until: act.until }
    case 'assign':
      return act.to.type === 'admin'
        ? { ...now, admin_assignee_id: Number(act.to.id) }
        : { ...now, team_assignee_id: Number(act.to.id) }
    case 'priority':
      return { ...now, priority: act.priority }
    case 'title':
      return { ...now, title: act.title }
    case 'read':
      return { ...now, read: act.read }
    case 'attributes':
      return { ...now, custom_attributes: { ...now.custom_attributes, ...act.attributes } }
    case 'tag': {
      const { id, name } = act.tag
      const tag = {
        type: 'tag' as const,
        id,
        name,
        applied_at: Math.floor(Date.now() / 1000),
        applied_by: null,
      }
      return { ...now, tags: { ...now.tags, tags: [...now.tags.tags, tag] } }
    }
    case 'untag':
      return { ...now, tags: { ...now.tags, tags: now.tags.tags.filter(({ id }) => id !== act.tag.id) } }
  }
}
