import { useState } from 'react'

/** The conversations that are chosen in a list, for doing the same to all of them. */
export interface Chosen {
  ids: ReadonlySet<string>
  toggle: (id: string, isRange?: boolean) => void
  all: () => void
  clear: () => void
}

/** What is chosen among the ids of a list, in its order; what has left the list is chosen no more. */
export function useChosen(listed: string[]): Chosen {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<string>()
  const there = new Set(listed.filter(id => ids.has(id)))
  return {
    ids: there,
    /** With a range, everything from the last one that was toggled to this one becomes as this one does. */
    toggle: (id, isRange = false) => {
      const isChosen = !there.has(id)
      const stretch = isRange ? between(listed, last, id) : [id]
      const changed = new Set(there)
      for (const each of stretch)
        if (isChosen) changed.add(each)
        else changed.delete(each)
      setIds(changed)
      setLast(id)
    },
    all: () => setIds(new Set(listed)),
    clear: () => setIds(new Set()),
  }
}

function between(listed: string[], from: string | undefined, to: string): string[] {
  const [a, b] = [listed.indexOf(from ?? to), listed.indexOf(to)]
  return a < 0 || b < 0 ? [to] : listed.slice(Math.min(a, b), Math.max(a, b) + 1)
}
