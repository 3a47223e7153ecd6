import type { ReactNode } from 'react'
import { useMay } from '../../data/me.ts'
import { Page } from '../../parts/page.tsx'
import { t } from '../../text/t.ts'
import { Failure } from '../../ui/states.tsx'

/** A page of settings for those who have a permission; others are told that theirs does not reach so far. */
export function GuardedPage({
  permission,
  children,
  ...page
}: {
  permission: string
  title: string
  says?: string
  aside?: ReactNode
  children: ReactNode
}) {
  if (useMay(permission)) return <Page {...page}>{children}</Page>
  return (
    <Page title={page.title}>
      <Failure title={t('app.failed')} says={t('app.errorForbidden')} />
    </Page>
  )
}
