import type { UseQueryResult } from '@tanstack/react-query'
import { saysFor } from '../data/query.ts'
import { t } from '../text/t.ts'
import { Button } from '../ui/button.tsx'
import { Failure, Skeleton } from '../ui/states.tsx'

/** Where an article will be written once it is loaded, or why it could not be. */
export const ArticleUnopened = ({ query }: { query: Pick<UseQueryResult, 'error' | 'refetch'> }) => (
  <main className="flex min-w-0 flex-1 flex-col bg-surface">
    {query.error ? (
      <Failure {...saysFor(query.error)}>
        <Button onClick={() => void query.refetch()}>{t('app.retry')}</Button>
      </Failure>
    ) : (
      <div role="status" aria-label={t('app.loading')} className="mx-auto w-full max-w-2xl p-8">
        <Skeleton className="mb-4 h-9 w-2/3" />
        <Skeleton className="h-64 w-full" />
      </div>
    )}
  </main>
)
