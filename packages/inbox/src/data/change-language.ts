import { useSyncExternalStore } from 'react'
import { chooseLanguage, type Language, language } from '../text/language.ts'
import { loadTexts, t } from '../text/t.ts'
import { nameLayers } from '../ui/layers.ts'

const listeners = new Set<() => void>()

/** Shows the app in another language, from now on and in this browser. */
export async function changeLanguage(chosen: Language): Promise<void> {
  chooseLanguage(chosen)
  await loadTexts(chosen)
  document.documentElement.lang = chosen
  nameLayers(t('app.layers'))
  for (const listen of listeners) listen()
}

/** The language, for whoever has to be drawn anew when it changes. */
export const useLanguage = (): Language =>
  useSyncExternalStore(listen => {
    listeners.add(listen)
    return () => listeners.delete(listen)
  }, language)
