import { lazy, Suspense } from 'react'
import type { Conversation } from '../../data/conversations.ts'
import { Skeleton } from '../../ui/states.tsx'

/** The editor is loaded while the conversation is being read already. */
const loadComposer = async () => ({ default: (await import('./composer-box.tsx')).ComposerBox })

const ComposerBox = lazy(loadComposer)

export const Composer = (props: { conversation: Conversation; onClosed: () => void }) => (
  <div className="mx-auto w-full max-w-3xl shrink-0 px-3 pb-3 lg:px-6 lg:pb-5">
    <Suspense fallback={<Skeleton className="h-32 rounded-lg" />}>
      <ComposerBox {...props} />
    </Suspense>
  </div>
)
