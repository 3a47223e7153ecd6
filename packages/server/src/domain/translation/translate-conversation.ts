import type { ConversationTranslations } from '@guichet/contract/operations/inbox/translations.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Database } from '../../db/database.ts'
import { toHtml, toPlain } from '../../text/html.ts'
import { isSameLanguage, type Language, languageOf, type Translator } from '../../translation/translator.ts'
import type { Actor } from '../actor.ts'
import { mayReadConversations, requireConversation } from '../conversation/index.ts'
import { insertTranslation, type Said, selectSaid, selectTranslations } from './translation.sql.ts'
import { requireLanguage, requireTranslator, told } from './translation-service.ts'

type Translations = Static<typeof ConversationTranslations>

export interface Asked {
  database: Database
  translator: Translator | undefined
  conversationId: string
  /** The language of the reader. */
  to: string
}

/** No more of what customers wrote than this is translated at once, the latest. */
const MOST = 50
const AT_ONCE = 4
/** What is not there by then is left out, and asked for again. */
const PATIENCE_MS = 15_000
const UNKNOWN = 'und'

/**
 * What customers wrote in a conversation, in the language of the reader: what is in that language already is left out. Each part is
 * asked of the service once, and no transaction waits for it. What it failed at is counted, where it did anything at all.
 */
export async function translateConversation(actor: Actor, asked: Asked): Promise<Translations> {
  mayReadConversations(actor)
  const { database, conversationId } = asked
  const { id } = await requireConversation(database.read, actor, conversationId)
  return told(async () => {
    const translator = requireTranslator(asked.translator)
    const languages = await translator.languages()
    const { code: locale } = requireLanguage(languages, asked.to, 'to')
    const [said, known] = await Promise.all([
      selectSaid(database.read, actor.workspace.id, { conversationId: id, most: MOST }),
      selectTranslations(database.read, actor.workspace.id, { conversationId: id, locale }),
    ])
    const found = new Map(known.map(row => [row.part_id, { from: row.source_locale, body: row.body }]))
    const open = said.filter(each => !found.has(each.id))
    const work = new Work(translator, languages, locale, languageIn(said, found))
    const { done, failures } = await work.all(open)
    await database.transaction(
      async tx => {
        // In one order everywhere, so that two who look at once do not wait for each other.
        for (const [each, { from, body }] of done.toSorted(([a], [b]) => a.id - b.id)) {
          await insertTranslation(tx, actor, {
            ...{ conversationId: id, said: each, locale, sourceLocale: from, body },
          })
        }
      },
      actor.now,
      actor,
    )
    for (const [each, translation] of done) found.set(each.id, translation)
    if (failures.length > 0 && found.size === 0) throw failures[0]
    return {
      ...{ type: 'conversation_translations', to: locale, language: languageIn(said, found) ?? null },
      failed: failures.length,
      data: said.flatMap(({ id: part, sourceId }) => {
        const { from = '', body = null } = found.get(part) ?? {}
        return body === null
          ? []
          : [{ id: String(sourceId ?? part), is_source: sourceId !== undefined, from, to: locale, body }]
      }),
    }
  })
}

interface Translated {
  from: string
  body: string | null
}

/** The language that customers wrote in last, as far as that could be told. */
const languageIn = (said: Said[], found: Map<number, Translated>): string | undefined =>
  said.map(({ id }) => found.get(id)?.from).find(from => from !== undefined && from !== UNKNOWN)

/** Translating some parts of one conversation. */
class Work {
  readonly #translator: Translator
  readonly #languages: Language[]
  readonly #to: string
  readonly #usual: string | undefined
  readonly #signal = AbortSignal.timeout(PATIENCE_MS)

  /** `usual` is the language that words are in which are too short to tell. */
  constructor(translator: Translator, languages: Language[], to: string, usual: string | undefined) {
    this.#translator = translator
    this.#languages = languages
    this.#to = to
    this.#usual = usual
  }

  async all(open: Said[]): Promise<{ done: [Said, Translated][]; failures: unknown[] }> {
    const done: [Said, Translated][] = []
    const failures: unknown[] = []
    let next = 0
    const work = async () => {
      for (let each = open[next++]; each !== undefined; each = open[next++])
        try {
          done.push([each, await this.#one(each)])
        } catch (error) {
          failures.push(error)
        }
    }
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, open.length) }, work))
    return { done, failures }
  }

  async #one({ body: html }: Said): Promise<Translated> {
    const text = toPlain(html)
    if (!/\p{L}/u.test(text)) return { from: UNKNOWN, body: null }
    const guess = (await this.#translator.detect(text.slice(0, 1000), this.#signal)) ?? this.#usual
    const from = guess === undefined ? undefined : languageOf(this.#languages, guess)
    if (!from) return { from: guess ?? UNKNOWN, body: null }
    if (isSameLanguage(from.code, this.#to)) return { from: from.code, body: null }
    if (!from.targets.includes(this.#to)) return { from: from.code, body: null }
    const translated = await this.#translator.translate({ html, from: from.code, to: this.#to }, this.#signal)
    const body = toHtml(translated)
    return { from: from.code, body: toPlain(body) === '' ? null : body }
  }
}
