import { type ReactNode, useEffect, useId, useSyncExternalStore } from 'react'

/** Something a teammate can do now: the palette lists it, its keys run it, and the page of shortcuts tells of it. */
export interface Action {
  id: string
  label: string
  group: ActionGroup
  /** Further words it is found by. */
  words?: string
  /** Presses one after the other, such as `g i` or `mod+k`. */
  keys?: string
  icon?: ReactNode
  run: () => void
}

export const ACTION_GROUPS = ['here', 'goTo', 'everywhere', 'preferences'] as const
export type ActionGroup = (typeof ACTION_GROUPS)[number]

const registered = new Map<string, Action[]>()
const listeners = new Set<() => void>()
let all: Action[] = []

/** Offers actions for as long as the component is there. Those of a page come before those of the app, and have its keys. */
export function useActions(actions: Action[]): void {
  const owner = useId()
  useEffect(() => {
    registered.set(owner, actions)
    announce()
  })
  useEffect(
    () => () => {
      registered.delete(owner)
      announce()
    },
    [owner],
  )
}

/** Every action there is now. */
export const currentActions = (): Action[] => all

export const useCurrentActions = (): Action[] => useSyncExternalStore(subscribe, currentActions)

/** Effects run from the inside out, and every render sets anew: listeners hear of it once all are done. */
let announced = false
function announce(): void {
  if (announced) return
  announced = true
  queueMicrotask(() => {
    announced = false
    const before = all
    all = withKeysOnce([...registered.values()].flat().toSorted(hereFirst))
    if (!alike(before, all)) for (const listen of listeners) listen()
  })
}

const hereFirst = (a: Action, b: Action): number => Number(b.group === 'here') - Number(a.group === 'here')

/** A key does one thing: the first of those that want it has it. */
function withKeysOnce(actions: Action[]): Action[] {
  const taken = new Set<string>()
  return actions.map(({ keys, ...action }) => {
    if (keys === undefined || taken.has(keys)) return action
    taken.add(keys)
    return { ...action, keys }
  })
}

/** Whether nothing that is shown has changed; what they run is read when they run. */
const alike = (a: Action[], b: Action[]): boolean =>
  a.length === b.length &&
  a.every(({ id, label, keys }, at) => id === b[at]?.id && label === b[at].label && keys === b[at].keys)

function subscribe(listen: () => void): () => void {
  listeners.add(listen)
  return () => listeners.delete(listen)
}
