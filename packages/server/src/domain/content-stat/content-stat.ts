import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { ToldContentStatList } from '@guichet/contract/models/content-stat.ts'
import type { CreateContentStatRequest, contentStats } from '@guichet/contract/operations/content-stats.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { json } from '../../db/json.ts'
import { decodeCursor, encodeCursor } from '../../db/keyset.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { findCompany } from '../company/index.ts'
import { findContactBy } from '../contact/index.ts'
import { cursorPages, perPage } from '../paging.ts'
import { findTag } from '../tag/index.ts'
import { contentStat } from './content-stat.events.ts'
import { readStat } from './content-stat.input.ts'
import { mayReadStats, mayWriteStats } from './content-stat.policy.ts'
import { insertStat, lockReceipt, selectOfReceipt, selectStats } from './content-stat.sql.ts'
import { type ContentStatView, viewContentStats } from './content-stat.view.ts'

type Request = Static<typeof CreateContentStatRequest>
type Query = Static<typeof contentStats.list.query>

/**
 * Keeps what a program tells of content that it showed to a contact, and tells it on. Of each delivery everything happens once, and a
 * question is answered once: told again, it is what it was. 404 for nobody, 409 where the delivery was of other content or to another.
 */
export async function recordContentStat(tx: Tx, actor: Actor, request: Request): Promise<ContentStatView> {
  mayWriteStats(actor)
  const { kind, answers, ...told } = readStat(actor, request)
  const contactId = await requireReader(tx, actor, request.contact)
  const companyId = request.company ? await requireNamedCompany(tx, actor, request.company) : null
  const question_id = told.stat_type === 'answer' ? (answers[0]?.question_id ?? '') : ''
  await lockReceipt(tx, actor.workspace.id, told.receipt_id)
  const known = await selectOfReceipt(tx, actor.workspace.id, told.receipt_id)
  const isOther = known.some(
    row => row.contact_id !== contactId || row.content_type !== kind || row.content_id !== told.content_id,
  )
  if (isOther) throw problem(errors.receiptTaken)
  const same = known.find(row => row.stat_type === told.stat_type && row.question_id === question_id)
  if (same) return requireStat(tx, actor, same.id)
  const tags = await namedTags(tx, actor, request)
  const { id } = await insertStat(tx, actor.workspace.id, {
    ...{ ...told, content_type: kind, question_id, contact_id: contactId, company_id: companyId },
    ...{ tags: json(tags), answers: json(answers) },
  })
  await append(tx, actor, contentStat({ id, kind, contactId, companyId }))
  return requireStat(tx, actor, id)
}

/** A page of what happened, what was told last first. */
export async function listContentStats(
  tx: Tx,
  actor: Actor,
  { per_page, starting_after, ...filter }: Query,
): Promise<Static<typeof ToldContentStatList>> {
  mayReadStats(actor)
  const limit = perPage(per_page, { usual: 50, most: 150 })
  const { before, page } = starting_after ? readCursor(starting_after) : { before: undefined, page: 1 }
  const { ids, total } = await selectStats(tx, actor.workspace.id, { filter, before, limit: limit + 1 })
  const shown = ids.slice(0, limit)
  const last = shown.at(-1)
  const next =
    ids.length > limit && last !== undefined
      ? encodeCursor(ENDPOINT, { values: [], id: last, page: page + 1 })
      : undefined
  return {
    type: 'list',
    data: await viewContentStats(tx, actor, shown),
    total_count: total,
    pages: cursorPages(page, limit, total, next),
  }
}

/** One thing that happened; 404 when there is none. */
export async function findContentStat(tx: Tx, actor: Actor, id: string): Promise<ContentStatView> {
  mayReadStats(actor)
  return requireStat(tx, actor, numericId(id))
}

async function requireStat(tx: Tx, actor: Actor, id: number | undefined): Promise<ContentStatView> {
  const [view] = id === undefined ? [] : await viewContentStats(tx, actor, [id])
  if (!view) throw problem(errors.notFound)
  return view
}

/** Who was shown the content: a user or a lead. Visitors are nobody yet. */
async function requireReader(tx: Tx, actor: Actor, { id, external_id, email }: Request['contact']) {
  if ([id, external_id, email].every(each => each == null)) throw missing('contact')
  const contact = await findContactBy(tx, actor, {
    ...(id != null && { id }),
    ...(external_id != null && { external_id }),
    ...(email != null && { email }),
  })
  if (!contact || contact.role === 'visitor') throw problem(errors.contactNotFound)
  return contact.id
}

async function requireNamedCompany(
  tx: Tx,
  actor: Actor,
  { id, company_id }: NonNullable<Request['company']>,
) {
  if (id == null && company_id == null) throw missing('company')
  const company = await findCompany(tx, actor, id != null ? { id } : company_id != null ? { company_id } : {})
  if (!company) throw problem(errors.companyNotFound)
  return company.id
}

/** The tags of the content, by the names they have now. */
async function namedTags(tx: Tx, actor: Actor, { tags = [] }: Request) {
  const ids = [...new Set(tags.map(({ id }) => id))]
  if (ids.length > MOST_TAGS) throw invalid(`tags must be at most ${MOST_TAGS}`, 'tags')
  const found: Awaited<ReturnType<typeof findTag>>[] = []
  for (const id of ids) found.push(await findTag(tx, actor, id))
  return found
}

const MOST_TAGS = 50
const ENDPOINT = 'content_stats'

function readCursor(text: string): { before: number; page: number } {
  const { id, page } = decodeCursor(ENDPOINT, text, 0)
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) throw problem(errors.cursorInvalid)
  return { before: id, page }
}
