const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

const SYMBOLS: Record<string, string> = {
  mod: isMac ? '⌘' : 'Ctrl',
  alt: isMac ? '⌥' : 'Alt',
  shift: '⇧',
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
}

/** The keys of a shortcut as they are printed: `mod+k` is ⌘ K, `g i` is G then I. */
export const keyCaps = (keys: string): string[][] =>
  keys.split(' ').map(press => press.split('+').map(key => SYMBOLS[key] ?? key.toUpperCase()))

/** Whether an event is this one press, such as `mod+enter`. */
export function isPress(event: KeyboardEvent | React.KeyboardEvent, press: string): boolean {
  const parts = press.split('+')
  const key = parts.at(-1)
  const wants = (name: string) => parts.slice(0, -1).includes(name)
  const mod = isMac ? event.metaKey : event.ctrlKey
  // A sign such as ? needs the shift key on some keyboards and not on others.
  const shiftFits = event.shiftKey === wants('shift') || !/^[a-z0-9]$|enter|arrow|escape/.test(key ?? '')
  return event.key.toLowerCase() === key && mod === wants('mod') && event.altKey === wants('alt') && shiftFits
}
