import { type RefObject, useEffect, useRef } from 'react'
import type { Edge } from '../../data/thread.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/states.tsx'

/** So long before one gets there is asked for what comes next. */
const AHEAD = '800px 0px'

/** An end of what is loaded: what is beyond it comes before one is there. */
export function ThreadEdge({
  edge: { isBusy, isFailed, reach },
  scroller,
}: {
  edge: Edge
  scroller: RefObject<HTMLElement | null>
}) {
  const here = useRef<HTMLLIElement>(null)
  const arrive = useRef(reach)
  arrive.current = reach
  const isWaiting = !isBusy && !isFailed
  useEffect(() => {
    if (!isWaiting || !here.current) return
    const observer = new IntersectionObserver(
      seen => seen.some(({ isIntersecting }) => isIntersecting) && arrive.current(),
      { root: scroller.current, rootMargin: AHEAD },
    )
    observer.observe(here.current)
    return () => observer.disconnect()
  }, [isWaiting, scroller])
  return (
    <li ref={here} className="flex justify-center py-4">
      {isFailed ? (
        <Button look="quiet" onClick={reach}>
          {t('app.retry')}
        </Button>
      ) : (
        <div role="status" aria-label={t('app.loading')} className="flex w-full flex-col gap-4">
          <Skeleton className="h-10 w-3/5 rounded-xl" />
          <Skeleton className="h-10 w-2/5 self-end rounded-xl" />
        </div>
      )}
    </li>
  )
}
