export const LANGUAGES = ['en', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each by the name that its speakers know it by. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', fr: 'Français' }

const KEPT_UNDER = 'guichet.language'

const isLanguage = (name: string | null | undefined): name is Language =>
  LANGUAGES.some(known => known === name)

let current: Language = chosenBefore() ?? preferred()

/** The language the app is shown in. */
export const language = (): Language => current

export function chooseLanguage(chosen: Language): void {
  current = chosen
  localStorage.setItem(KEPT_UNDER, chosen)
}

function chosenBefore(): Language | undefined {
  const kept = localStorage.getItem(KEPT_UNDER)
  return isLanguage(kept) ? kept : undefined
}

function preferred(): Language {
  return navigator.languages.map(tag => tag.split('-')[0]?.toLowerCase()).find(isLanguage) ?? 'en'
}

/** The language as dates and numbers are written where the reader is: British English, French of Canada. */
export const locale = (): string =>
  navigator.languages.find(tag => tag.toLowerCase().split('-')[0] === current) ?? current
