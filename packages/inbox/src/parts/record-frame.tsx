import { Link, type LinkProps } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../text/t.ts'
import { Scrolls } from '../ui/scrolls.tsx'
import { useTitle } from './use-title.ts'

/** The page of one person or company: who it is, what is known of it at the side, and what there is with it. */
export function RecordFrame({
  title,
  says,
  avatar,
  back,
  backLabel,
  aside,
  notice,
  side,
  children,
}: {
  title: string
  says: string
  avatar: ReactNode
  back: NonNullable<LinkProps['to']>
  backLabel: string
  /** At the end of its head, such as what can be done with it. */
  aside?: ReactNode
  /** Below its head: what has to be known of it before all else. */
  notice?: ReactNode
  side: ReactNode
  children: ReactNode
}) {
  useTitle(title)
  return (
    <Scrolls
      as="main"
      className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto bg-surface -outline-offset-2"
    >
      <div className="flex items-center gap-3 border-line border-b px-4 py-3.5 md:px-6">
        <Link
          to={back}
          aria-label={backLabel}
          className="-ms-1 flex size-8 shrink-0 items-center justify-center rounded-md text-soft hover:bg-hover"
        >
          <ArrowLeft size={18} aria-hidden="true" className="rtl:rotate-180" />
        </Link>
        {avatar}
        <div className="min-w-0 flex-1">
          <h1 dir="auto" className="truncate font-semibold text-lg tracking-tight">
            {title}
          </h1>
          <p className="truncate text-faint text-sm">{says}</p>
        </div>
        {aside}
      </div>
      {notice}
      <div className="grid flex-1 md:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="min-w-0 md:order-1 md:border-line md:border-s">
          <h2 className="sr-only">{t('inbox.details')}</h2>
          {side}
        </div>
        <div className="min-w-0">
          <h2 className="sr-only">{t('people.history')}</h2>
          {children}
        </div>
      </div>
    </Scrolls>
  )
}
