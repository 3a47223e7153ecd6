import { useEffect } from 'react'
import { isPress } from '../ui/keys.ts'
import { currentActions } from './actions.ts'

/** How long the second press of a pair may take. */
const PAIR_MS = 1200

/** Listens for the keys of all actions. Once, around the app. */
export function useKeys(): void {
  useEffect(() => {
    let first: { press: KeyboardEvent; at: number } | undefined
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      const before = first && event.timeStamp - first.at < PAIR_MS ? first.press : undefined
      // A letter of a word is not the beginning of a pair.
      first = isTyping(event.target) ? undefined : { press: event, at: event.timeStamp }
      const action = actionFor(event, before)
      if (!action) return
      first = undefined
      event.preventDefault()
      action.run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function actionFor(event: KeyboardEvent, before: KeyboardEvent | undefined) {
  const mayBeLetters = !isTyping(event.target) && !isBelowDialog()
  return currentActions().find(({ keys }) => {
    if (keys === undefined) return false
    if (!keys.includes('mod+') && !mayBeLetters) return false
    const [press = '', then] = keys.split(' ')
    if (then === undefined) return isPress(event, press)
    return before !== undefined && isPress(before, press) && isPress(event, then)
  })
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** While something asks for an answer, letters are its own. */
const isBelowDialog = (): boolean =>
  document.querySelector('[role="dialog"][data-open], [role="menu"][data-open]') !== null
