import type { ReactNode } from 'react'

/** A section of a pane at the side. */
export const SideSection = ({
  title,
  aside,
  children,
}: {
  title: string
  aside?: ReactNode
  children: ReactNode
}) => (
  <section className="border-line border-b px-4 py-3.5">
    <div className="mb-1.5 flex min-h-6 items-center justify-between">
      <h3 className="font-medium text-sm">{title}</h3>
      {aside}
    </div>
    {children}
  </section>
)
