import { t } from '../../text/t.ts'
import { Skeleton } from '../../ui/states.tsx'

/** A conversation in its shape, for one that was never loaded. */
export const PaneSkeleton = () => (
  <div className="flex flex-1 flex-col gap-6 bg-surface p-8 pt-20">
    <div role="status" aria-label={t('inbox.loadingConversation')} className="contents">
      <Skeleton className="h-16 w-1/2 rounded-lg" />
      <Skeleton className="h-12 w-2/5 self-end rounded-lg" />
      <Skeleton className="h-20 w-3/5 rounded-lg" />
    </div>
  </div>
)
