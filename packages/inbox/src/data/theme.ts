import { useSyncExternalStore } from 'react'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEPT_UNDER = 'guichet.theme'
const listeners = new Set<() => void>()

const current = (): Theme =>
  THEMES.find(theme => theme === document.documentElement.dataset['theme']) ?? 'system'

/** Which theme was chosen; `index.html` sets it before the first paint. */
export const useTheme = (): Theme =>
  useSyncExternalStore(listen => {
    listeners.add(listen)
    return () => listeners.delete(listen)
  }, current)

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
  localStorage.setItem(KEPT_UNDER, theme)
  for (const listen of listeners) listen()
}
