import { errors, problem } from '@guichet/contract/errors.ts'
import type { ContentBulkActionResponse } from '@guichet/contract/models/content.ts'
import type { ContentBulkActionRequest } from '@guichet/contract/operations/content.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { deleteContents, setContentStates } from '../article/index.ts'
import { requireAudiences, setAudiencesOnAll } from '../audience/index.ts'
import { deleteSnippets } from '../content-snippet/index.ts'
import { deleteInternalArticles } from '../internal-article/index.ts'
import {
  addTaggings,
  removeTaggings,
  selectKnownTags,
  selectThere,
  setAvailability,
} from './bulk-action.sql.ts'
import { mayWriteContent } from './content.policy.ts'

type Request = Static<typeof ContentBulkActionRequest>

/** The kinds of content that actions are about. */
export type ContentKind =
  | 'article'
  | 'article_content'
  | 'content_snippet'
  | 'external_content'
  | 'internal_article'

/** The ids an action is about, by their kind. */
type Ids = Map<string, number[]>

type Act = (tx: Tx, actor: Actor, ids: Ids, request: Request) => Promise<void>

/**
 * Does one thing to much content. What the action is not for, and what is not there, is passed over. The work is done when
 * the answer is sent, which yet says `queued`, as clients expect.
 */
export async function runBulkAction(
  tx: Tx,
  actor: Actor,
  request: Request,
): Promise<Static<typeof ContentBulkActionResponse>> {
  mayWriteContent(actor)
  const action = ACTIONS.get(request.action)
  if (!action) throw refusal(`action must be one of ${[...ACTIONS.keys()].join(', ')}`)
  if (request.content_ids.length === 0) throw refusal('content_ids must not be empty')
  if (request.content_ids.length > MOST) throw refusal(`content_ids must have at most ${MOST} items`)
  await action.act(tx, actor, await idsFor(tx, actor, request, action.kinds), request)
  return { type: 'content_bulk_action', status: 'queued' }
}

const MOST = 1000
const MOST_TAGS = 100

async function idsFor(tx: Tx, actor: Actor, { content_ids }: Request, kinds: ContentKind[]): Promise<Ids> {
  const unknown = content_ids.find(({ type }) => !KINDS.has(type))
  if (unknown) throw refusal(`${unknown.type} is not a type of content`)
  const ids: Ids = new Map()
  for (const kind of kinds) {
    const asked = content_ids.filter(({ type }) => type === kind).flatMap(({ id }) => numericId(id) ?? [])
    if (asked.length > 0) ids.set(kind, await selectThere(tx, actor.workspace.id, kind, asked))
  }
  return ids
}

const KINDS: ReadonlySet<string> = new Set([
  ...['article', 'article_content', 'content_snippet', 'external_content', 'file_source_content'],
  'internal_article',
])

const changeState =
  (state: 'published' | 'draft'): Act =>
  (tx, actor, ids) =>
    setContentStates(tx, actor, { contentIds: ids.get('article_content') ?? [], state })

const deleteAll: Act = async (tx, actor, ids) => {
  await deleteContents(tx, actor, ids.get('article_content') ?? [])
  await deleteSnippets(tx, actor, ids.get('content_snippet') ?? [])
  await deleteInternalArticles(tx, actor, ids.get('internal_article') ?? [])
  const count = [...ids.values()].flat().length
  await logActivity(tx, actor, { type: 'bulk_delete', description: `deleted ${count} pieces of content` })
}

const changeAvailability: Act = async (tx, actor, ids, { availability }) => {
  if (!availability) throw refusal('availability is required when action is set_availability')
  const { ai_agent, copilot, sales_agent } = availability
  const flags = {
    ...(ai_agent !== undefined && { ai_chatbot_availability: ai_agent }),
    ...(copilot !== undefined && { ai_copilot_availability: copilot }),
    ...(sales_agent !== undefined && { ai_sales_agent_availability: sales_agent }),
  }
  for (const kind of AI_KINDS) await setAvailability(tx, actor, { kind, ids: ids.get(kind) ?? [], flags })
}

const changeAudience: Act = async (tx, actor, ids, { audience }) => {
  if (!audience) throw refusal('audience is required when action is set_audience')
  const { add_segment_ids = [], remove_segment_ids = [], remove_all = false } = audience
  const add = await requireAudiences(tx, actor, add_segment_ids)
  for (const kind of AI_KINDS) {
    const on = { type: kind, ids: ids.get(kind) ?? [] }
    await setAudiencesOnAll(
      tx,
      actor,
      on,
      remove_all ? { replaceBy: add } : { add, remove: remove_segment_ids },
    )
  }
}

const changeTags: Act = async (tx, actor, ids, { tags }) => {
  if (!tags) throw refusal('tags is required when action is update_tags')
  const { add_tag_ids: add = [], remove_tag_ids: remove = [] } = tags
  const named = [...new Set([...add, ...remove])]
  if (named.length === 0) throw refusal('tags must have add_tag_ids or remove_tag_ids')
  if (named.length > MOST_TAGS) throw refusal(`tags must name at most ${MOST_TAGS} tags`)
  const known = await selectKnownTags(tx, actor.workspace.id, named)
  const unknown = named.filter(id => !known.has(id))
  if (unknown.length > 0) throw refusal(`tags names unknown tags: ${unknown.join(', ')}`)
  for (const [type, some] of ids) {
    await removeTaggings(tx, actor, { type, ids: some, tagIds: remove })
    await addTaggings(tx, actor, { type, ids: some, tagIds: add })
  }
}

const AI_KINDS = ['article_content', 'content_snippet', 'external_content', 'internal_article'] as const

const ACTIONS = new Map<string, { kinds: ContentKind[]; act: Act }>([
  ['publish', { kinds: ['article_content'], act: changeState('published') }],
  ['unpublish', { kinds: ['article_content'], act: changeState('draft') }],
  ['delete', { kinds: ['article_content', 'content_snippet', 'internal_article'], act: deleteAll }],
  ['set_availability', { kinds: [...AI_KINDS], act: changeAvailability }],
  ['set_audience', { kinds: [...AI_KINDS], act: changeAudience }],
  [
    'update_tags',
    { kinds: ['article', 'content_snippet', 'external_content', 'internal_article'], act: changeTags },
  ],
])

const refusal = (message: string) => problem(errors.contentActionInvalid, message)
