import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { saysFor } from '../data/query.ts'
import { t } from '../text/t.ts'
import { Button } from '../ui/button.tsx'
import { Failure, SkeletonLines } from '../ui/states.tsx'

/** What was loaded, once it is; until then its shape, or why it could not be shown and another try. */
export function Loaded<T>({
  query,
  children,
}: {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.error)
    return (
      <Failure {...saysFor(query.error)}>
        <Button onClick={() => void query.refetch()}>{t('app.retry')}</Button>
      </Failure>
    )
  return (
    <div className="py-4">
      <SkeletonLines count={6} label={t('app.loading')} />
    </div>
  )
}
