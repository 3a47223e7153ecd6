import { lazy, Suspense } from 'react'
import type { View } from '../../data/views.ts'
import { loadArea } from '../../text/t.ts'
import { PaneSkeleton } from './pane-skeleton.tsx'

const NewConversation = lazy(async () => {
  const [pane] = await Promise.all([import('./new-conversation.tsx'), loadArea('compose')])
  return { default: pane.NewConversation }
})

/** Writing to a customer first. What that takes is listed here, so that nobody loads the list who does not. */
export const NewPane = ({ view }: { view: View }) => (
  <Suspense fallback={<PaneSkeleton />}>
    <NewConversation view={view} />
  </Suspense>
)
