import type { ReactNode } from 'react'

/** A section of a page of settings: what it is about at the start side, its controls at the other. */
export const SettingsSection = ({
  title,
  says,
  children,
}: {
  title: string
  says?: ReactNode
  children: ReactNode
}) => (
  <section className="grid gap-4 border-line border-t py-6 md:grid-cols-[14rem_1fr] md:gap-8">
    <div>
      <h2 className="font-semibold text-md">{title}</h2>
      {says && <p className="mt-1 text-faint">{says}</p>}
    </div>
    <div className="max-w-md">{children}</div>
  </section>
)
