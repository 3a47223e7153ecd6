import type { UseQueryResult } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { Skeleton } from '../ui/states.tsx'
import { Unshown } from './unshown.tsx'

/** Where an article will be written once it is loaded, or why it could not be. */
export const ArticleUnopened = ({ query }: { query: Pick<UseQueryResult, 'error' | 'refetch'> }) => (
  <main className="flex min-w-0 flex-1 flex-col bg-surface">
    {query.error ? (
      <Unshown query={query} />
    ) : (
      <div role="status" aria-label={t('app.loading')} className="mx-auto w-full max-w-2xl p-8">
        <Skeleton className="mb-4 h-9 w-2/3" />
        <Skeleton className="h-64 w-full" />
      </div>
    )}
  </main>
)
