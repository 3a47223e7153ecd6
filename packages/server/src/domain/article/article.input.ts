import { errors, invalid, type Kind, missing } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { articleBody } from '../../text/article-html.ts'
import { htmlToMarkdown, markdownToHtml } from '../../text/markdown.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import { requireAudiences } from '../audience/index.ts'
import type { Availability, TextRow } from './content.sql.ts'

/** What a request says of an article in one language; what it does not say is absent. */
export interface GivenContent {
  text: Partial<TextRow>
  state?: 'published' | 'draft'
  availability: Availability
  audienceIds?: number[]
}

/** Whether a request says anything of a language. */
export const saysNothing = ({ text, state, availability, audienceIds }: GivenContent): boolean =>
  state === undefined && audienceIds === undefined && Object.keys({ ...text, ...availability }).length === 0

/** Reads one language of a request; 400 for a value no article can have. */
export async function readContent(
  tx: Tx,
  actor: Actor,
  given: Record<string, unknown>,
): Promise<GivenContent> {
  const { state, audience_ids: audiences } = given
  if (state !== undefined && state !== 'published' && state !== 'draft')
    throw invalid("state must be 'published' or 'draft'", 'state')
  return {
    text: { ...readWords(given), ...readBody(given), ...(await readAuthor(tx, actor, given['author_id'])) },
    ...(state !== undefined && { state }),
    availability: readAvailability(given),
    ...(audiences !== undefined && { audienceIds: await requireAudiences(tx, actor, readIds(audiences)) }),
  }
}

function readWords({ title, description }: Record<string, unknown>): Partial<TextRow> {
  return {
    ...(title != null && { title: readTitle(title) }),
    ...(description !== undefined && {
      description: readString('description', description ?? '', LONGEST_DESCRIPTION),
    }),
  }
}

function readTitle(title: unknown): string {
  const text = readString('title', title, LONGEST_TITLE).trim()
  if (text === '') throw missing('title', 'title must not be blank')
  return text
}

/** Both of a text's forms, from either: the HTML that is kept, and its Markdown. */
export function readBody(given: Record<string, unknown>): { body?: string; body_markdown?: string } {
  const { body, body_markdown: markdown } = given
  if (body === undefined && markdown === undefined) return {}
  if (body != null && markdown != null)
    throw invalid('body and body_markdown are mutually exclusive', 'body_markdown')
  const html =
    markdown != null
      ? articleBody(markdownToHtml(readString('body_markdown', markdown)))
      : articleBody(readString('body', body ?? ''))
  return { body: html, body_markdown: htmlToMarkdown(html) }
}

async function readAuthor(tx: Tx, actor: Actor, authorId: unknown): Promise<{ author_id?: number }> {
  if (authorId == null) return {}
  return { author_id: await requireTeammate(tx, actor, 'author_id', authorId) }
}

/** The id of a teammate a request names; 400 for nobody. */
export async function requireTeammate(tx: Tx, actor: Actor, field: string, id: unknown): Promise<number> {
  const key = typeof id === 'number' || typeof id === 'string' ? numericId(id) : undefined
  const unknown: Kind = { ...errors.parameterInvalid, message: `${field} must be the id of a teammate` }
  const admin = await requireAdmin(tx, actor, String(key ?? ''), unknown)
  return admin.id
}

const FLAGS = ['ai_chatbot_availability', 'ai_copilot_availability', 'ai_sales_agent_availability'] as const

/** The flags that are given. */
export function readAvailability(given: Record<string, unknown>): Availability {
  return Object.fromEntries(
    FLAGS.flatMap(flag => {
      const value = given[flag]
      if (value === undefined) return []
      if (typeof value !== 'boolean') throw invalid(`${flag} must be a boolean`, flag)
      return [[flag, value]]
    }),
  )
}

function readIds(value: unknown): number[] {
  if (value === null) return []
  const ids = Array.isArray(value) ? value.map(id => numericId(String(id))) : [undefined]
  return ids.map(id => {
    if (id === undefined) throw invalid('audience_ids must be an array of ids', 'audience_ids')
    return id
  })
}

function readString(field: string, value: unknown, most = Number.POSITIVE_INFINITY): string {
  if (typeof value !== 'string') throw invalid(`${field} must be a string`, field)
  if (value.length > most) throw invalid(`${field} must be at most ${most} characters long`, field)
  return value
}

const LONGEST_TITLE = 255
const LONGEST_DESCRIPTION = 10_000
