import { errors, problem } from '@guichet/contract/errors.ts'
import { type Audience, type AudienceList, Predicate } from '@guichet/contract/models/audience.ts'
import type { CreateAudienceRequest, UpdateAudienceRequest } from '@guichet/contract/operations/audiences.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { Compile } from 'typebox/schema'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { numberedPage, type PageQuery } from '../paging.ts'
import { audienceCreated, audienceDeleted, audienceUpdated } from './audience.events.ts'
import { mayReadContent, mayWriteContent } from './audience.policy.ts'
import {
  type AudiencePatch,
  type AudienceRow,
  deleteAudienceRow,
  insertAudience,
  selectAudience,
  selectAudiences,
  selectAudiencesOf,
  updateAudienceRow,
} from './audience.sql.ts'
import { checkPredicates } from './predicates.ts'

export type AudienceView = Static<typeof Audience>

/** One page of audiences, in the order they were made. */
export async function listAudiences(
  tx: Tx,
  actor: Actor,
  query: PageQuery,
): Promise<Static<typeof AudienceList>> {
  mayReadContent(actor)
  const page = numberedPage(query, { usual: 50, most: 50 })
  const { rows, total } = await selectAudiences(tx, actor.workspace.id, page)
  return {
    type: 'list',
    data: rows.map(viewAudience),
    total_count: total,
    page: page.page,
    per_page: page.perPage,
    total_pages: Math.ceil(total / page.perPage),
  }
}

/** The audiences of some ids. */
export async function viewAudiences(tx: Tx, actor: Actor, ids: number[]): Promise<AudienceView[]> {
  return (await selectAudiencesOf(tx, actor.workspace.id, ids)).map(viewAudience)
}

/** One audience; 404 when there is none. */
export async function findAudience(tx: Tx, actor: Actor, id: string): Promise<AudienceView> {
  mayReadContent(actor)
  return viewAudience(await requireAudience(tx, actor, id))
}

/** Makes an audience of rules; 422 for rules that select nobody because they cannot be read. */
export async function createAudience(
  tx: Tx,
  actor: Actor,
  request: Static<typeof CreateAudienceRequest>,
): Promise<AudienceView> {
  mayWriteContent(actor)
  const { name, predicates = [], role_predicates = [] } = request
  if (name == null) throw problem(errors.audienceNameMissing)
  const row = await insertAudience(tx, actor, await checked(tx, actor, { name, predicates, role_predicates }))
  await append(tx, actor, audienceCreated(row.id))
  return viewAudience(row)
}

/** Changes an audience; what a request leaves out stays. */
export async function updateAudience(
  tx: Tx,
  actor: Actor,
  id: string,
  request: Static<typeof UpdateAudienceRequest>,
): Promise<AudienceView> {
  mayWriteContent(actor)
  const before = viewAudience(await requireAudience(tx, actor, id))
  if (request.name === null) throw problem(errors.audienceNameBlank)
  const {
    name = before.name,
    predicates = before.predicates,
    role_predicates = before.role_predicates,
  } = request
  const patch = await checked(tx, actor, { name, predicates, role_predicates })
  const row = await updateAudienceRow(tx, actor, Number(before.id), patch)
  await append(tx, actor, audienceUpdated(row.id))
  return viewAudience(row)
}

/** Deletes an audience; content that was for it alone is for everybody again. */
export async function deleteAudience(tx: Tx, actor: Actor, id: string): Promise<undefined> {
  mayWriteContent(actor)
  const row = await requireAudience(tx, actor, id)
  await deleteAudienceRow(tx, actor.workspace.id, row.id)
  await append(tx, actor, audienceDeleted(row.id))
}

async function checked(
  tx: Tx,
  actor: Actor,
  { name, predicates, role_predicates }: Pick<AudienceView, 'name' | 'predicates' | 'role_predicates'>,
): Promise<AudiencePatch> {
  if (name.trim() === '') throw problem(errors.audienceNameBlank)
  if (name.length > LONGEST)
    throw problem(errors.audienceInvalid, `Name is too long (maximum is ${LONGEST} characters)`)
  await checkPredicates(tx, actor, { predicates, role_predicates })
  return { name: name.trim(), predicates, role_predicates }
}

const LONGEST = 255

async function requireAudience(tx: Tx, actor: Actor, id: string): Promise<AudienceRow> {
  const key = numericId(id)
  const row = key === undefined ? undefined : await selectAudience(tx, actor.workspace.id, key)
  if (!row) throw problem(errors.notFound)
  return row
}

const viewAudience = (row: AudienceRow): AudienceView => ({
  type: 'audience',
  id: String(row.id),
  name: row.name,
  predicates: readPredicates(row.predicates),
  role_predicates: readPredicates(row.role_predicates),
  created_at: row.created_at,
  updated_at: row.updated_at,
})

/** Predicates as they are stored. */
export const readPredicates = (stored: unknown): Static<typeof Predicate>[] =>
  Array.isArray(stored) ? stored.filter(isPredicate) : []

const validator = Compile(Predicate)

const isPredicate = (value: unknown): value is Static<typeof Predicate> => validator.Check(value)
