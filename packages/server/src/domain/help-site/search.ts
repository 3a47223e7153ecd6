import type { Tx } from '../../db/database.ts'
import { toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { type Fragment, findByWords, highlight } from '../content-words/index.ts'
import type { NumberedPage } from '../paging.ts'
import { type Home, selectFoundTexts, wordsReadable } from './browse.sql.ts'

/** An article that a search found, with what it was found by. */
export interface FoundPage {
  id: number
  title: string
  titleFragments: Fragment[]
  /** The first place of the text that was looked for, or its beginning. */
  excerpt: Fragment[]
}

/** What readers of a language find by a phrase, the best first. */
export async function searchSite(
  tx: Tx,
  actor: Actor,
  {
    helpCenter,
    phrase,
    locale,
    page,
  }: { helpCenter: Home; phrase: string; locale: string; page: NumberedPage },
): Promise<{ total: number; found: FoundPage[] }> {
  const workspaceId = actor.workspace.id
  const condition = wordsReadable(tx, workspaceId, { locale, helpCenter })
  const narrowing = { types: ['article_content' as const], condition }
  const { total, hits, match } = await findByWords(tx, actor, { phrase, locales: [locale], narrowing, page })
  const rows = await selectFoundTexts(
    tx,
    workspaceId,
    hits.map(({ id }) => id),
    locale,
  )
  const texts = rows.map(({ title, description, body }) => ({
    title,
    body: [description, toPlain(body)].filter(Boolean).join('\n'),
  }))
  const highlighted = await highlight(tx, match, texts)
  const byId = new Map(
    rows.map(({ id, title }, at) => {
      const excerpt = highlighted[at]?.summary[0] ?? [
        { type: 'plain' as const, text: (texts[at]?.body ?? '').slice(0, 160) },
      ]
      return [id, { id, title, titleFragments: highlighted[at]?.title ?? [], excerpt }]
    }),
  )
  return { total, found: hits.flatMap(({ id }) => byId.get(id) ?? []) }
}
