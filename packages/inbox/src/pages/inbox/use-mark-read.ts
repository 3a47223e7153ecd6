import { useEffect } from 'react'
import { useAct } from '../../data/acts.ts'
import type { Conversation } from '../../data/conversations.ts'
import { useMay } from '../../data/me.ts'

/** Somebody looks at the conversation: it is read, once for each time that it comes to be unread. */
export function useMarkRead(conversation: Conversation | undefined): void {
  const { mutate } = useAct(conversation?.id ?? '')
  const isUnread = useMay('write_conversations') && conversation !== undefined && !conversation.read
  const changed = conversation?.updated_at
  // biome-ignore lint/correctness/useExhaustiveDependencies: something new makes it unread again
  useEffect(() => {
    if (isUnread && document.visibilityState === 'visible') mutate({ type: 'read', read: true })
  }, [isUnread, changed, mutate])
}
