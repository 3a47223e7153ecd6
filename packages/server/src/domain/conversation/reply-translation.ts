import { invalid } from '@guichet/contract/errors.ts'
import type { ReplyTranslation } from '@guichet/contract/models/reply-request.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { toHtml, toPlain } from '../../text/html.ts'

/** What the customer gets in place of what an admin wrote. */
export interface Translated {
  locale: string
  originalLocale: string
  /** Sanitised HTML. */
  body: string
}

interface Reply {
  message_type: string
  type?: string | undefined
  translation?: Static<typeof ReplyTranslation> | null | undefined
}

/** The translation that comes with an admin's reply, if any; 400 with any other, and for what is none. */
export function readTranslation({ message_type, type, translation }: Reply): Translated | undefined {
  if (!translation) return undefined
  if (type !== 'admin' || message_type !== 'comment')
    throw invalid('Only comments of admins can have a translation', 'translation')
  const { locale, original_locale: originalLocale } = translation
  for (const [name, code] of Object.entries({ locale, original_locale: originalLocale }))
    if (!LOCALE.test(code))
      throw invalid(`translation.${name} must be a language such as fr or pt-BR`, 'translation')
  if (locale === originalLocale)
    throw invalid('translation.locale must be another than that of body', 'translation')
  const body = toHtml(translation.body)
  if (toPlain(body) === '') throw invalid('translation.body cannot be blank', 'translation')
  return { locale, originalLocale, body }
}

const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/
