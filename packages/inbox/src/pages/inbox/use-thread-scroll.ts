import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** As near to the end as this is at it. */
const NEAR_PX = 120

interface Shown {
  /** The first and the last of what is shown. */
  first: string | undefined
  last: string | undefined
  /** Whether the last is the newest there is. */
  isNewest: boolean
  /** The part that was looked for, once it is there; null while it is on its way. */
  found: string | null | undefined
}

/**
 * Where one is in a thread. It opens at its end, or at what was looked for; at the end one stays there whatever comes, and anywhere else what
 * one reads stays where it is while more comes before it.
 */
export function useThreadScroll({ first, last, isNewest, found }: Shown): RefObject<HTMLElement | null> {
  const scroller = useRef<HTMLElement>(null)
  const isAtEnd = useRef(found === undefined)
  const kept = useRef<{ id: string; top: number }>(undefined)
  const canEnd = useRef(isNewest)
  canEnd.current = isNewest
  useEffect(() => {
    const element = scroller.current
    const listen = () => {
      if (!element) return
      isAtEnd.current =
        canEnd.current && element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX
      kept.current = placeIn(element)
    }
    element?.addEventListener('scroll', listen, { passive: true })
    return () => element?.removeEventListener('scroll', listen)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown has changed at one of its ends
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    if (isAtEnd.current) element.scrollTo({ top: element.scrollHeight })
    else if (kept.current) {
      const { id, top } = kept.current
      const now = partIn(element, id)?.getBoundingClientRect().top
      if (now !== undefined) element.scrollBy({ top: now - top })
    }
    kept.current = placeIn(element)
  }, [first, last])
  useLayoutEffect(() => {
    const element = scroller.current
    if (found === null) return
    if (found === undefined) {
      isAtEnd.current = true
      element?.scrollTo({ top: element.scrollHeight })
      return
    }
    isAtEnd.current = false
    const part = element && partIn(element, found)
    part?.scrollIntoView({ block: 'center' })
    // From there the arrows scroll on, and whoever listens is read what was found.
    part?.focus({ preventScroll: true })
    kept.current = element ? placeIn(element) : undefined
  }, [found])
  return scroller
}

const partIn = (element: HTMLElement, id: string): HTMLElement | null =>
  element.querySelector(`[data-part="${CSS.escape(id)}"]`)

/** Where the first message is: it stays what it is when others come before it. */
function placeIn(element: HTMLElement): { id: string; top: number } | undefined {
  const part = element.querySelector<HTMLElement>('[data-part]')
  const id = part?.dataset['part']
  return part && id ? { id, top: part.getBoundingClientRect().top } : undefined
}
