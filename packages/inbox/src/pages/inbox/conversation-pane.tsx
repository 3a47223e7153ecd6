import { useState } from 'react'
import { useConversation } from '../../data/conversations.ts'
import { useMay } from '../../data/me.ts'
import { saysFor } from '../../data/query.ts'
import type { View } from '../../data/views.ts'
import { useTitle } from '../../parts/use-title.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/states.tsx'
import { Composer } from './composer.tsx'
import { ConversationHead } from './conversation-head.tsx'
import { PaneSkeleton } from './pane-skeleton.tsx'
import { SidePane } from './side-pane.tsx'
import { Thread } from './thread.tsx'
import { useMarkRead } from './use-mark-read.ts'

/** One conversation: what was said, what to say next, and about whom it is. */
export function ConversationPane({ id, view, onDone }: { id: string; view: View; onDone: () => void }) {
  const query = useConversation(id)
  const [isSideOpen, setSideOpen] = useState(() => window.innerWidth >= 1280)
  const conversation = query.data
  const title = conversation && (conversation.title || conversation.source.author.name || t('inbox.nobody'))
  useTitle(title ?? view.name)
  useMarkRead(conversation)
  const mayWrite = useMay('write_conversations')
  if (query.isError && !conversation) {
    return (
      <div className="flex flex-1 bg-surface">
        <Failure {...saysFor(query.error)}>
          <Button onClick={() => void query.refetch()}>{t('app.retry')}</Button>
        </Failure>
      </div>
    )
  }
  if (!conversation) return <PaneSkeleton />
  return (
    <>
      <article aria-label={title} className="flex min-w-0 flex-1 flex-col bg-surface">
        <ConversationHead
          {...{ conversation, view, onDone, title: title ?? '', isSideOpen, mayWrite }}
          onSide={() => setSideOpen(isOpen => !isOpen)}
        />
        <Thread conversation={conversation} />
        {mayWrite ? (
          <Composer conversation={conversation} onClosed={onDone} />
        ) : (
          <p className="border-line border-t p-4 text-center text-faint">{t('inbox.readOnly')}</p>
        )}
      </article>
      {isSideOpen && <SidePane conversation={conversation} onClose={() => setSideOpen(false)} />}
    </>
  )
}
