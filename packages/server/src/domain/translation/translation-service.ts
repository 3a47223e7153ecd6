import { errors, invalid, missing, Problem, problem } from '@guichet/contract/errors.ts'
import type { Translation, TranslationService } from '@guichet/contract/operations/inbox/translations.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { toHtml, toPlain } from '../../text/html.ts'
import {
  isSameLanguage,
  type Language,
  languageOf,
  TranslationError,
  type Translator,
} from '../../translation/translator.ts'
import type { Actor } from '../actor.ts'
import { mayReadConversations, mayWriteConversations } from '../conversation/index.ts'

/** Whether anything is translated here, and between which languages. One that is down offers none for now. */
export async function findTranslationService(
  actor: Actor,
  translator: Translator | undefined,
): Promise<Static<typeof TranslationService>> {
  mayReadConversations(actor)
  if (!translator) return { type: 'translation_service', is_set_up: false, languages: [] }
  const languages = await translator.languages().catch(() => [])
  return {
    ...{ type: 'translation_service', is_set_up: true },
    languages: languages.map(({ code, name }) => ({ code, name })),
  }
}

/** The words of a reply in the language of who will read it, for its writer to see before it is sent. */
export async function translateReply(
  actor: Actor,
  {
    translator,
    body,
    from,
    to,
  }: { translator: Translator | undefined; body: string; from: string; to: string },
): Promise<Static<typeof Translation>> {
  mayWriteConversations(actor)
  const html = toHtml(body)
  if (toPlain(html) === '') throw missing('body')
  if (body.length > LONGEST) throw invalid(`body must have at most ${LONGEST} characters`, 'body')
  return told(async () => {
    const service = requireTranslator(translator)
    const languages = await service.languages()
    const source = requireLanguage(languages, from, 'from')
    const target = requireLanguage(languages, to, 'to')
    if (isSameLanguage(source.code, target.code)) throw invalid('to must be another language than from', 'to')
    const translated = toHtml(await service.translate({ html, from: source.code, to: target.code }))
    if (toPlain(translated) === '') throw problem(errors.translationFailed, 'The translation came back empty')
    return { type: 'translation', from: source.code, to: target.code, body: translated }
  })
}

const LONGEST = 50_000

export function requireTranslator(translator: Translator | undefined): Translator {
  if (!translator) throw problem(errors.translationNotSetUp)
  return translator
}

/** The service's own code of a language; 400 for one that it does not know. */
export function requireLanguage(languages: Language[], code: string, field: string): Language {
  const language = languageOf(languages, code)
  if (!language) throw invalid(`${field} is no language that the translation service knows`, field)
  return language
}

/** What a service did not do is told as it is, so that whoever asked can go on without it. */
export async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Problem || !(error instanceof TranslationError)) throw error
    throw problem(errors.translationFailed, error.message)
  }
}
