import type { ReactNode } from 'react'
import { cx } from './cx.ts'

/** Nothing is here, why, and what to do about it. */
export const Empty = ({
  icon,
  title,
  says,
  isPage = false,
  children,
}: {
  icon?: ReactNode
  title: string
  says?: string
  /** Whether it is all that a page has, so that its title is that of the page. */
  isPage?: boolean
  children?: ReactNode
}) => (
  <div className="flex flex-1 flex-col items-center justify-center gap-1 p-8 text-center">
    {icon && <div className="mb-2 text-faint">{icon}</div>}
    {isPage ? (
      <h1 className="font-medium text-md">{title}</h1>
    ) : (
      <p className="font-medium text-md">{title}</p>
    )}
    {says && <p className="max-w-72 text-balance text-base text-faint">{says}</p>}
    {children && <div className="mt-3">{children}</div>}
  </div>
)

/** Something could not be shown: what happened, and a way on. */
export const Failure = ({ title, says, children }: { title: string; says: string; children?: ReactNode }) => (
  <div role="alert" className="flex flex-1 flex-col items-center justify-center gap-1 p-8 text-center">
    <p className="font-medium text-md">{title}</p>
    <p className="max-w-96 text-balance text-base text-soft">{says}</p>
    {children && <div className="mt-3">{children}</div>}
  </div>
)

/** Where something will be, in its shape. Shown only for what was never loaded. */
export const Skeleton = ({ className }: { className?: string }) => (
  <div
    aria-hidden="true"
    className={cx(
      'animate-shimmer rounded-sm bg-[linear-gradient(90deg,var(--color-sunken)_25%,var(--color-line)_50%,var(--color-sunken)_75%)] bg-size-[200%_100%]',
      className,
    )}
  />
)

/** Rows of text that are on their way. */
export const SkeletonLines = ({ count = 3, label }: { count?: number; label: string }) => (
  <div role="status" aria-label={label} className="flex flex-col gap-2">
    {Array.from({ length: count }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
      <Skeleton key={at} className={cx('h-3.5', at % 3 === 2 ? 'w-2/3' : 'w-full')} />
    ))}
  </div>
)
