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
        <div className="mb-6 grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 md:items-start">
          <h1 className="col-start-1 row-start-1 min-w-0 font-semibold text-xl tracking-tight">{title}</h1>
          {aside && <div className="col-start-2 row-start-1 md:row-span-2">{aside}</div>}
          {says && <p className="max-w-prose text-base text-soft row-start-2 max-md:col-span-2">{says}</p>}
        </div>
        {children}
      </div>
    </Scrolls>
  )
}
