import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { t } from '../text/t.ts'
import { SkeletonLines } from '../ui/states.tsx'
import { Unshown } from './unshown.tsx'

/** What was loaded, once it is; until then its shape, or why it could not be shown and another try. */
export function Loaded<T>({
  query,
  children,
}: {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <Unshown query={query} />
  return (
    <div className="py-4">
      <SkeletonLines count={6} label={t('app.loading')} />
    </div>
  )
}
