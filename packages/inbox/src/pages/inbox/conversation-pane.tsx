import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useConversation } from '../../data/conversations.ts'
import { useCustomerName } from '../../data/customer.ts'
import { useMay } from '../../data/me.ts'
import type { View } from '../../data/views.ts'
import { mayWait } from '../../data/waits.ts'
import { Unshown } from '../../parts/unshown.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { loadArea, t } from '../../text/t.ts'
import { Composer } from './composer.tsx'
import { ConversationHead } from './conversation-head.tsx'
import { PaneSkeleton } from './pane-skeleton.tsx'
import { Thread } from './thread.tsx'
import { useMarkRead } from './use-mark-read.ts'

/** What stands beside the conversation comes after it. */
const SidePane = lazy(async () => {
  const [pane] = await Promise.all([import('./side-pane.tsx'), loadArea('desk')])
  return { default: pane.SidePane }
})

/** Why nobody has it is asked of what waits alone. */
const WaitLine = lazy(async () => {
  const [line] = await Promise.all([import('./wait-line.tsx'), loadArea('desk')])
  return { default: line.WaitLine }
})

/** One conversation: what was said, what to say next, and about whom it is. */
export function ConversationPane({ id, view, onDone }: { id: string; view: View; onDone: () => void }) {
  const { part } = useSearch({ from: '/shell/inbox/$view/{-$id}' })
  const navigate = useNavigate()
  const query = useConversation(id)
  const [isSideOpen, setSideOpen] = useState(() => window.innerWidth >= 1280)
  const conversation = query.data
  const customer = useCustomerName(conversation)
  const title = conversation && (conversation.title || customer)
  useTitle(title || view.name)
  useMarkRead(conversation)
  const mayWrite = useMay('write_conversations')
  if (query.isError && !conversation) {
    return (
      <div className="flex flex-1 bg-surface">
        <Unshown query={query} />
      </div>
    )
  }
  if (!conversation) return <PaneSkeleton />
  return (
    <>
      <article aria-label={title} className="@container flex min-w-0 flex-1 flex-col bg-surface">
        <ConversationHead
          {...{ conversation, view, onDone, title: title ?? '', isSideOpen, mayWrite }}
          onSide={() => setSideOpen(isOpen => !isOpen)}
        />
        {mayWait(conversation) && (
          <Suspense>
            <WaitLine conversation={conversation} />
          </Suspense>
        )}
        <Thread
          conversation={conversation}
          found={part}
          onNewest={() =>
            void navigate({ to: '/inbox/$view/{-$id}', params: { view: view.id, id }, replace: true })
          }
        />
        {mayWrite ? (
          <Composer conversation={conversation} onClosed={onDone} />
        ) : (
          <p className="border-line border-t p-4 text-center text-faint">{t('inbox.readOnly')}</p>
        )}
      </article>
      {isSideOpen && (
        <Suspense fallback={<div className="w-76 shrink-0 border-line border-s bg-surface max-xl:hidden" />}>
          <SidePane conversation={conversation} onClose={() => setSideOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
