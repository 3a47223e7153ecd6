import type { ComponentProps, JSX } from 'react'

type Scrolling = 'article' | 'aside' | 'div' | 'figure' | 'main' | 'pre' | 'section' | 'table' | 'ul'

/** What scrolls by itself, and so has to take the focus: the keys reach what is in it even where nothing else there takes it. */
export function Scrolls<Kind extends Scrolling = 'div'>({
  as,
  ...props
}: { as?: Kind } & ComponentProps<NoInfer<Kind>>): JSX.Element {
  const Element: string = as ?? 'div'
  return <Element tabIndex={0} {...props} />
}
