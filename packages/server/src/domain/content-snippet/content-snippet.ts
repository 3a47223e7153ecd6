import { errors, problem } from '@guichet/contract/errors.ts'
import type { ContentSnippetList } from '@guichet/contract/models/content-snippet.ts'
import type {
  ContentSnippetCreateRequest,
  ContentSnippetUpdateRequest,
} from '@guichet/contract/operations/content-snippets.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { append } from '../../events/append.ts'
import { blocksOf, blocksToHtml, cleanBlocks } from '../../text/blocks.ts'
import { LOCALES } from '../../text/languages.ts'
import { htmlToMarkdown } from '../../text/markdown.ts'
import type { Actor } from '../actor.ts'
import { audiencesOn, clearAudiences, requireAudiences, setAudiences } from '../audience/index.ts'
import { dropWords, keepWords } from '../content-words/index.ts'
import { numberedPage, type PageQuery } from '../paging.ts'
import { snippetCreated, snippetDeleted, snippetUpdated } from './content-snippet.events.ts'
import { mayReadSnippets, mayWriteSnippets } from './content-snippet.policy.ts'
import {
  deleteSnippetRows,
  insertSnippet,
  type SnippetPatch,
  type SnippetRow,
  selectSnippetPage,
  selectSnippets,
  updateSnippetRow,
} from './content-snippet.sql.ts'
import { readStored, type SnippetView, viewSnippet } from './content-snippet.view.ts'

type UpdateRequest = Static<typeof ContentSnippetUpdateRequest>

/** One page of snippets, those changed last first. */
export async function listSnippets(
  tx: Tx,
  actor: Actor,
  query: PageQuery,
): Promise<Static<typeof ContentSnippetList>> {
  mayReadSnippets(actor)
  const page = numberedPage(query, { usual: 50, most: 50 })
  const { rows, total } = await selectSnippetPage(tx, actor.workspace.id, page)
  const audiences = await audiencesOn(
    tx,
    actor.workspace.id,
    'content_snippet',
    rows.map(({ id }) => id),
  )
  return {
    type: 'list',
    data: rows.map(row => viewSnippet(row, audiences.get(row.id) ?? [])),
    total_count: total,
    page: page.page,
    per_page: page.perPage,
    total_pages: Math.ceil(total / page.perPage),
  }
}

/** The snippets of some ids. */
export async function viewSnippets(tx: Tx, actor: Actor, ids: number[]): Promise<SnippetView[]> {
  const [rows, audiences] = await Promise.all([
    selectSnippets(tx, actor.workspace.id, ids),
    audiencesOn(tx, actor.workspace.id, 'content_snippet', ids),
  ])
  return rows.map(row => viewSnippet(row, audiences.get(row.id) ?? []))
}

/** One snippet; 404 when there is none. */
export async function findSnippet(tx: Tx, actor: Actor, id: string): Promise<SnippetView> {
  mayReadSnippets(actor)
  return view(tx, actor, await requireRow(tx, actor, id))
}

/** Makes a snippet: a short text for the AI agents alone. */
export async function createSnippet(
  tx: Tx,
  actor: Actor,
  request: Static<typeof ContentSnippetCreateRequest>,
): Promise<SnippetView> {
  mayWriteSnippets(actor)
  const audiences = await requireAudiences(tx, actor, request.audience_ids ?? [])
  const blank = { locale: 'en', json_blocks: [], body_markdown: '' }
  const row = await insertSnippet(tx, actor, {
    ...blank,
    ...readSnippet(request),
    title: readTitle(request.title),
  })
  await setAudiences(tx, actor, { type: 'content_snippet', id: row.id }, audiences)
  await keep(tx, actor, row)
  await append(tx, actor, snippetCreated(row.id))
  return view(tx, actor, row)
}

/** Changes a snippet; what a request leaves out stays. */
export async function updateSnippet(
  tx: Tx,
  actor: Actor,
  id: string,
  request: UpdateRequest,
): Promise<SnippetView> {
  mayWriteSnippets(actor)
  const before = await requireRow(tx, actor, id)
  if (request.audience_ids !== undefined) {
    const audiences = await requireAudiences(tx, actor, request.audience_ids)
    await setAudiences(tx, actor, { type: 'content_snippet', id: before.id }, audiences)
  }
  const row = await updateSnippetRow(tx, actor, before.id, readSnippet(request, before.title))
  await keep(tx, actor, row)
  await append(tx, actor, snippetUpdated(row.id))
  return view(tx, actor, row)
}

/** Deletes a snippet; 404 when there is none. */
export async function deleteSnippet(tx: Tx, actor: Actor, id: string): Promise<undefined> {
  mayWriteSnippets(actor)
  const row = await requireRow(tx, actor, id)
  await deleteSnippets(tx, actor, [row.id])
}

/** Deletes snippets; ids of none are passed over. */
export async function deleteSnippets(tx: Tx, actor: Actor, ids: number[]): Promise<void> {
  await dropWords(tx, actor, 'content_snippet', ids)
  await clearAudiences(tx, actor, 'content_snippet', ids)
  const gone = await deleteSnippetRows(tx, actor.workspace.id, ids)
  await append(tx, actor, ...gone.map(snippetDeleted))
}

/** The id of a snippet to put a tag on; 404 in the words of that. */
export async function requireSnippetToTag(tx: Tx, actor: Actor, id: string): Promise<string> {
  const key = numericId(id)
  const [row] = key === undefined ? [] : await selectSnippets(tx, actor.workspace.id, [key])
  if (!row) throw problem(errors.snippetToTagNotFound)
  return String(row.id)
}

function readSnippet(request: UpdateRequest, titleBefore = ''): SnippetPatch {
  const { title, locale, ai_chatbot_availability, ai_copilot_availability, ai_sales_agent_availability } =
    request
  if (locale !== undefined && !LOCALES.has(locale)) throw problem(errors.snippetLanguageUnknown)
  return {
    ...(title !== undefined && { title: readTitle(title) }),
    ...(locale !== undefined && { locale }),
    ...readBody(request, title ?? titleBefore),
    ...(ai_chatbot_availability !== undefined && { ai_chatbot_availability }),
    ...(ai_copilot_availability !== undefined && { ai_copilot_availability }),
    ...(ai_sales_agent_availability !== undefined && { ai_sales_agent_availability }),
  }
}

/** Both of a body's forms, from either; a heading that only repeats the title is not part of it. */
function readBody({ json_blocks, body_markdown }: UpdateRequest, title: string): SnippetPatch {
  if (json_blocks === undefined && body_markdown === undefined) return {}
  if (json_blocks !== undefined && body_markdown !== undefined)
    throw problem(errors.snippetInvalid, 'json_blocks and body_markdown are mutually exclusive')
  const blocks = json_blocks ? cleanBlocks(json_blocks) : blocksOf(withoutTitle(body_markdown ?? '', title))
  return { json_blocks: blocks, body_markdown: htmlToMarkdown(blocksToHtml(blocks)) }
}

const withoutTitle = (markdown: string, title: string): string =>
  markdown.startsWith(`# ${title}\n`) ? markdown.slice(title.length + 3) : markdown

function readTitle(title: string): string {
  if (title.trim() === '') throw problem(errors.snippetInvalid, "Title can't be blank")
  if (title.length > LONGEST)
    throw problem(errors.snippetInvalid, `Title is too long (maximum is ${LONGEST} characters)`)
  return title.trim()
}

const LONGEST = 255

const keep = (tx: Tx, actor: Actor, { id, locale, title, json_blocks }: SnippetRow): Promise<void> =>
  keepWords(
    tx,
    actor,
    { type: 'content_snippet', id },
    { locale, title, html: blocksToHtml(readStored(json_blocks)) },
  )

async function requireRow(tx: Tx, actor: Actor, id: string): Promise<SnippetRow> {
  const key = numericId(id)
  const [row] = key === undefined ? [] : await selectSnippets(tx, actor.workspace.id, [key])
  if (!row) throw problem(errors.snippetNotFound)
  return row
}

async function view(tx: Tx, actor: Actor, row: SnippetRow): Promise<SnippetView> {
  const audiences = await audiencesOn(tx, actor.workspace.id, 'content_snippet', [row.id])
  return viewSnippet(row, audiences.get(row.id) ?? [])
}
