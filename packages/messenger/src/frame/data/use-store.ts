import { useEffect, useReducer } from 'preact/hooks'
import { listen, now, type State } from './store.ts'

/** What is known; whoever uses it is drawn again when that changes. */
export function useStore(): State {
  const [, draw] = useReducer((times: number) => times + 1, 0)
  useEffect(() => listen(() => draw(undefined)), [])
  return now()
}
