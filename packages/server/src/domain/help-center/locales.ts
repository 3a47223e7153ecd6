import { invalid } from '@guichet/contract/errors.ts'
import { LOCALES } from '../../text/languages.ts'

/** What a request says of each language, by locale; null takes the language away. 400 for a language nobody knows. */
export function eachLocale(
  translated: Record<string, unknown> | null | undefined,
): [locale: string, content: Record<string, unknown> | null][] {
  return Object.entries(translated ?? {})
    .filter(([locale]) => locale !== 'type')
    .map(([locale, content]) => {
      if (!LOCALES.has(locale)) throw invalid('Unknown locale', 'translated_content')
      if (content === null) return [locale, null]
      if (!isFields(content))
        throw invalid(`translated_content.${locale} must be an object`, 'translated_content')
      return [locale, content]
    })
}

export const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
