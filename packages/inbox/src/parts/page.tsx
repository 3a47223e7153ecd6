import type { ReactNode } from 'react'
import { Scrolls } from '../ui/scrolls.tsx'
import { useTitle } from './use-title.ts'

/** A page with a head of its own: its name, what can be done with all of it, and what it holds. */
export function Page({
  title,
  says,
  aside,
  children,
}: {
  title: string
  says?: string
  aside?: ReactNode
  children: ReactNode
}) {
  useTitle(title)
  return (
    <Scrolls as="main" className="min-w-0 flex-1 overflow-y-auto bg-surface -outline-offset-2">
      <div className="mx-auto max-w-4xl px-4 py-6 md:px-8 md:py-10">
        <div className="mb-6 flex items-start justify-between gap-4">
          <div>
            <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
            {says && <p className="mt-1 max-w-prose text-base text-soft">{says}</p>}
          </div>
          {aside}
        </div>
        {children}
      </div>
    </Scrolls>
  )
}
