import { type Static, type TSchema, Type } from '@guichet/contract/schema.ts'
import { Compile } from 'typebox/schema'
import { type Language, TranslationError, type Translator } from './translator.ts'

/** Where a LibreTranslate is, and the key it asks for, if any. */
export interface LibreTranslateOptions {
  url: string
  apiKey: string | undefined
  /** For each request; 10 seconds unless said. */
  patienceMs?: number
  /** Milliseconds of the world, for how long its languages are remembered. */
  now?: () => number
}

/** Below this, in hundredths, a guess of the language is none. */
const LEAST_CONFIDENCE = 25
const LANGUAGES_KEPT_MS = 10 * 60_000

/** A LibreTranslate of the operator's choice (https://docs.libretranslate.com), by its own protocol. */
export function libreTranslate({
  url,
  apiKey,
  patienceMs = 10_000,
  now = Date.now,
}: LibreTranslateOptions): Translator {
  const base = url.replace(/\/+$/, '')
  const key = apiKey === undefined ? {} : { api_key: apiKey }
  let known: { languages: Language[]; until: number } | undefined

  async function ask<Answer>(
    path: string,
    {
      body,
      signal,
      read,
    }: { body?: object; signal: AbortSignal | undefined; read: (text: string) => Answer },
  ): Promise<Answer> {
    const limit = AbortSignal.timeout(patienceMs)
    try {
      const response = await fetch(base + path, {
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
        redirect: 'error',
        headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
        ...(body && { method: 'POST', body: JSON.stringify({ ...body, ...key }) }),
      })
      const text = await response.text()
      if (!response.ok) throw refusalOf(response.status, text)
      return read(text)
    } catch (error) {
      if (error instanceof TranslationError) throw error
      if (limit.aborted || signal?.aborted)
        throw new TranslationError('slow', 'The translation service did not answer in time')
      throw new TranslationError('unreachable', 'The translation service could not be reached')
    }
  }

  return {
    async languages(signal) {
      if (known && known.until > now()) return known.languages
      const found = await ask('/languages', { signal, read: readLanguages })
      const codes = found.map(({ code }) => code)
      const languages = found.map(({ code, name, targets = codes }) => ({ code, name, targets }))
      known = { languages, until: now() + LANGUAGES_KEPT_MS }
      return languages
    },
    async detect(text, signal) {
      const guesses = await ask('/detect', { body: { q: text }, signal, read: readGuesses })
      const [best] = guesses.toSorted((a, b) => b.confidence - a.confidence)
      return best && best.confidence >= LEAST_CONFIDENCE ? best.language : undefined
    },
    async translate({ html, from, to }, signal) {
      const body = { q: html, source: from, target: to, format: 'html' }
      return (await ask('/translate', { body, signal, read: readTranslated })).translatedText
    },
  }
}

const readLanguages = readerOf(
  Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      targets: Type.Optional(Type.Array(Type.String())),
    }),
  ),
)
const readGuesses = readerOf(Type.Array(Type.Object({ language: Type.String(), confidence: Type.Number() })))
const readTranslated = readerOf(Type.Object({ translatedText: Type.String() }))

function readerOf<S extends TSchema>(schema: S): (text: string) => Static<S> {
  const validator = Compile(schema)
  return text => {
    const value: unknown = parsed(text)
    if (validator.Check(value)) return value
    throw new TranslationError('unreachable', 'What answers at LIBRETRANSLATE_URL is no LibreTranslate')
  }
}

/** It says what is wrong as `{"error": "…"}`. */
function refusalOf(status: number, text: string): TranslationError {
  const said = parsed(text)
  const why =
    typeof said === 'object' && said !== null && 'error' in said && typeof said.error === 'string'
      ? said.error.slice(0, 200)
      : `HTTP ${status}`
  if (status === 429) return new TranslationError('busy', `The translation service is busy: ${why}`)
  if (status >= 500) return new TranslationError('unreachable', `The translation service failed: ${why}`)
  return new TranslationError('refused', `The translation service refused: ${why}`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
