import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Unshown } from '../../parts/unshown.tsx'
import { t } from '../../text/t.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/states.tsx'

/** What one thing is edited in, once it is there. */
export const EditorFrame = ({
  query,
  isNew,
  children,
}: {
  query: { isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown }
  isNew: boolean
  children: ReactNode
}) => (
  <main className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto bg-surface">
    {query.isError && !isNew ? (
      <Unshown query={query} />
    ) : (
      children || (
        <div role="status" aria-label={t('app.loading')} className="mx-auto w-full max-w-2xl p-8">
          <Skeleton className="mb-4 h-9 w-2/3" />
          <Skeleton className="h-64 w-full" />
        </div>
      )
    )}
  </main>
)

/** The head of an editor: the way back, what it is, and what can be done with it. */
export const EditorHead = ({
  tab,
  title,
  state,
  children,
}: {
  tab: string
  title: string
  state: ReactNode
  children: ReactNode
}) => (
  <div className="sticky top-0 z-10 flex flex-wrap items-center gap-2 border-line border-b bg-surface px-4 py-2.5 md:px-6">
    <Link
      to="/outbound/{-$tab}"
      params={{ tab }}
      aria-label={t('app.back')}
      className={buttonClass('quiet', 'md', 'px-2!')}
    >
      <ArrowLeft size={16} aria-hidden="true" className="rtl:-scale-x-100" />
    </Link>
    <h1 dir="auto" className="min-w-0 max-w-96 truncate font-semibold text-lg tracking-tight">
      {title}
    </h1>
    {state}
    <div className="ms-auto flex flex-wrap items-center gap-2">{children}</div>
  </div>
)
