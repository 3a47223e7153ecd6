import type { Actor } from '../domain/actor.ts'
import type { Answer, Answerer } from '../domain/fin/index.ts'
import { matchPassages } from './match.sql.ts'
import { passagesOf } from './passages.ts'
import { type Article, retrieve } from './retrieve.ts'

/** Answers with the passage of an article that a question is about, word for word, or not at all. */
export const extractive: Answerer = {
  async answer(tx, actor, { words, contactId }) {
    const found = await retrieve(tx, actor, { words, contactId })
    if (!found) return undefined
    const { article, lexemes } = found
    const passages = passagesOf(article.body)
    const [best] = await matchPassages(tx, { ...article, lexemes }, passages)
    const passage = best === undefined ? passages[0] : passages[best.at]
    return passage && { html: passage.html, sources: [sourceOf(actor, article)] }
  },
}

const sourceOf = (actor: Actor, { type, id, title, url, locale }: Article): Answer['sources'][number] => ({
  content_type: CONTENT_TYPES[type],
  url: url ?? `${actor.origin}/articles/${id}`,
  title,
  locale,
})

const CONTENT_TYPES = {
  article_content: 'article',
  content_snippet: 'content_snippet',
  external_content: 'external_content',
} as const
