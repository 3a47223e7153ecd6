import type { ReactNode } from 'react'
import { Scrolls } from '../ui/scrolls.tsx'

/** What a tab is about, and what can be done with all of it. */
export const TabHead = ({ says, children }: { says: string; children?: ReactNode }) => (
  <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
    <p className="max-w-prose text-soft">{says}</p>
    {children && <div className="flex flex-wrap gap-2">{children}</div>}
  </div>
)

/** Something wide, which scrolls by itself where there is no room for it. */
export const Wide = ({ label, children }: { label: string; children: ReactNode }) => (
  <Scrolls as="section" aria-label={label} className="relative overflow-x-auto rounded-lg border border-line">
    {children}
  </Scrolls>
)
