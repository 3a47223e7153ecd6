import { conversationExtras } from '@guichet/contract/operations/conversation-extras.ts'
import { conversationMerges } from '@guichet/contract/operations/conversation-merges.ts'
import { inbox } from '@guichet/contract/operations/inbox/inbox.ts'
import {
  type StartSideConversationRequest,
  sideConversations,
} from '@guichet/contract/operations/inbox/side-conversations.ts'
import { redactions } from '@guichet/contract/operations/redactions.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { type Conversation, conversationQuery, type Part, refreshLists } from './conversations.ts'
import { useMe } from './me.ts'
import { queryOf } from './query-of.ts'
import { forgetStretches } from './thread.ts'

/** Removes the words of a part, or of what a conversation began with, for good. */
export function useRedact(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (part: Part) =>
      call(redactions.create, {
        body: part.id.startsWith(SOURCE)
          ? { type: 'source', conversation_id: id, source_id: part.id.slice(SOURCE.length) }
          : { type: 'conversation_part', conversation_id: id, conversation_part_id: part.id },
      }),
    meta: { failed: t('inbox.actFailed') },
    onSettled: () => {
      refreshLists(client)
      return Promise.all([
        forgetStretches(client),
        client.invalidateQueries({ queryKey: conversationQuery(id).queryKey }),
      ])
    },
  })
}

/** How the part is called that a conversation began with. */
const SOURCE = 'source-'

/** Merges a conversation into another, which goes on for both. */
export function useMerge(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (into: string) =>
      call(conversationMerges.create, { params: { id }, body: { merge_into_conversation_id: Number(into) } }),
    onSuccess: (_answer, into) => {
      refreshLists(client)
      return Promise.all(
        [id, into].map(each => client.invalidateQueries({ queryKey: conversationQuery(each).queryKey })),
      )
    },
  })
}

const sideQuery = (id: string) => queryOf(conversationExtras.listSideConversations, { params: { id } })

/** What teammates say aside, with each other and with people outside. */
export const useSideConversations = (id: string) => useQuery(sideQuery(id)).data?.side_conversations ?? []

export const useSideConversation = (id: string) =>
  useQuery(queryOf(sideConversations.find, { params: { id } })).data

export type NewSideConversation = Static<typeof StartSideConversationRequest>

export function useStartAside(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewSideConversation) => call(sideConversations.start, { params: { id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: sideQuery(id).queryKey }),
  })
}

export function useReplyAside(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: string) => call(sideConversations.reply, { params: { id }, body: { body } }),
    meta: { failed: t('inbox.actFailed') },
    onSuccess: () =>
      Promise.all(
        [sideConversations.find, conversationExtras.listSideConversations].map(({ path }) =>
          client.invalidateQueries({ queryKey: [path] }),
        ),
      ),
  })
}

/** Whoever opens a conversation in which they are mentioned has looked at it, and once more for each note that mentions them. */
export function useSeeMentions(conversation: Conversation): void {
  const client = useQueryClient()
  const me = useMe()
  const { id } = conversation
  const last = conversation.conversation_parts?.conversation_parts.findLast(({ body }) =>
    body?.includes(`data-mention="${me.admin.id}"`),
  )?.id
  useEffect(() => {
    if (last === undefined) return
    call(inbox.seeMentions, { params: { id } }).then(
      () => client.invalidateQueries({ queryKey: [inbox.count.path] }),
      () => {},
    )
  }, [client, id, last])
}
