import { errors, problem } from '@guichet/contract/errors.ts'
import type { content } from '@guichet/contract/operations/content.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { numericId } from '../../db/ids.ts'
import type { WordedType } from '../content-words/index.ts'

export type ContentQuery = Static<typeof content.search.query>

/** What a search is narrowed to; what is undefined narrows nothing. */
export interface ContentFilter {
  types: WordedType[]
  states: string[] | undefined
  locales: string[] | undefined
  folderIds: number[] | undefined
  createdBy: number[] | undefined
  updatedBy: number[] | undefined
  tags: { ids: number[]; has: boolean }[]
  flags: { column: string; on: boolean }[]
  after: number | undefined
  before: number | undefined
  changedAfter: number | undefined
  changedBefore: number | undefined
}

/** Reads the parameters of a search; 422 for a value there is no such thing of. */
export function readFilter(query: ContentQuery): ContentFilter {
  if (query.folder_ids !== undefined && query.folder_entity_type === undefined)
    throw invalidAction('folder_entity_type is required when folder_ids is provided')
  oneOf('folder_entity_type', query.folder_entity_type, ['folder'])
  const types = listOf(query.content_types)?.map(type => oneOf('content_types', type, Object.keys(TYPES)))
  return {
    types: (types ?? Object.keys(TYPES)).flatMap(type => TYPES[type ?? ''] ?? []),
    states: listOf(query.states)?.flatMap(state => oneOf('states', state, ['published', 'draft']) ?? []),
    locales: listOf(query.locales),
    folderIds: idsOf(query.folder_ids),
    createdBy: idsOf(query.created_by_ids),
    updatedBy: idsOf(query.last_updated_by_ids),
    tags: readTags(query),
    flags: [
      ...flag('copilot_state', query.copilot_state, 'ai_copilot_availability'),
      ...flag('fin_service_state', query.fin_service_state, 'ai_chatbot_availability'),
      ...flag('fin_sales_state', query.fin_sales_state, 'ai_sales_agent_availability'),
    ],
    after: query.created_at_after,
    before: query.created_at_before,
    changedAfter: query.updated_at_after,
    changedBefore: query.updated_at_before,
  }
}

/** Whether a filter leaves out any content of its types. */
export const narrows = ({ types: _, tags, flags, ...others }: ContentFilter): boolean =>
  tags.length + flags.length > 0 || Object.values(others).some(value => value !== undefined)

/** Files are not a kind of content yet, so none is ever found. */
const TYPES: Record<string, WordedType[]> = {
  snippet: ['content_snippet'],
  external_content: ['external_content'],
  file_source_content: [],
  internal_article: ['internal_article'],
  article: ['article_content'],
}

function readTags({ tag_ids, tag_operator, any_tag_ids }: ContentQuery): ContentFilter['tags'] {
  const operator = oneOf('tag_operator', tag_operator, ['IN', 'NIN'])
  const ids = idsOf(tag_ids)
  const any = idsOf(any_tag_ids)
  return [...(ids ? [{ ids, has: operator !== 'NIN' }] : []), ...(any ? [{ ids: any, has: true }] : [])]
}

function flag(name: string, state: string | undefined, column: string): ContentFilter['flags'] {
  const known = oneOf(name, state, ['on', 'off'])
  return known === undefined ? [] : [{ column, on: known === 'on' }]
}

function listOf(value: string | string[] | undefined): string[] | undefined {
  if (value === undefined) return undefined
  const all = [value].flat().flatMap(each => each.split(','))
  return all.map(each => each.trim()).filter(each => each !== '')
}

function idsOf(value: string | string[] | undefined): number[] | undefined {
  return listOf(value)?.map(text => {
    const id = numericId(text)
    if (id === undefined) throw problem(errors.contentReferenceInvalid)
    return id
  })
}

function oneOf(name: string, value: string | undefined, known: string[]): string | undefined {
  if (value !== undefined && !known.includes(value))
    throw invalidAction(`${name} must be one of ${known.join(', ')}`)
  return value
}

const invalidAction = (message: string) => problem(errors.contentActionInvalid, message)
