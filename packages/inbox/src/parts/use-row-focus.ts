import { type RefObject, useEffect, useRef } from 'react'

/** Takes the focus along with rows that come and go, which may show only a moment later. */
export interface RowFocus {
  rows: RefObject<HTMLFieldSetElement | null>
  add: RefObject<HTMLButtonElement | null>
  /** A row comes behind the others: the focus goes to what is filled in there. */
  toNew: () => void
  /** A row goes: the focus goes to the removal of the one that takes its place, or else to where rows are added. */
  afterRemoved: (at: number) => void
}

/** Rows are marked with `data-row`, what is filled in or chosen there with `data-value`, and their removal with `data-remove`. */
export function useRowFocus(count: number): RowFocus {
  const rows = useRef<HTMLFieldSetElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  const next = useRef<{ count: number; row: number; part: string }>(undefined)
  useEffect(() => {
    if (next.current?.count !== count) return
    const { row, part } = next.current
    next.current = undefined
    const places = rows.current?.querySelectorAll('[data-row]')[row]?.querySelectorAll<HTMLElement>(part)
    const place = places?.item(places.length - 1) ?? add.current
    place?.focus()
  }, [count])
  return {
    ...{ rows, add },
    toNew: () => {
      next.current = {
        count: count + 1,
        row: count,
        part: '[data-value] :is(button, input:not([aria-hidden]))',
      }
    },
    afterRemoved: at => {
      next.current = { count: count - 1, row: Math.min(at, count - 2), part: '[data-remove]' }
    },
  }
}
