import { gatesAt } from '@guichet/contract/change.ts'
import { invalid, Problem } from '@guichet/contract/errors.ts'
import { isGroup, parseQuery, type SearchNode } from '@guichet/contract/search.ts'
import { NEWEST } from '@guichet/contract/version.ts'
import type { Expression, SqlBool } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { compileSearch } from '../../db/search/compile.ts'
import type { Actor } from '../actor.ts'
import { contactSearchable } from '../contact/index.ts'
import { selectSegments, withDates } from '../segment/index.ts'
import { mayReadContent } from './audience.policy.ts'
import { selectAudiencesById } from './audience.sql.ts'
import { NOBODY, selectHolding, selectSize } from './audience-members.sql.ts'
import { membership } from './audience-members.ts'

/** Whom something is for: the query of a search of contacts, whose dates may be `{ days_ago: 30 }`, as segments have it. */
export type Aim = Record<string, unknown>

/** Refuses an aim that a search would refuse, or that asks for a segment that is not there: it would be for nobody. */
export const checkAim = async (tx: Tx, actor: Actor, aim: Aim): Promise<void> =>
  void (await aimed(tx, actor, aim))

/** How many people an aim holds for now, and how many of those are visitors. 400 for one that cannot be read. */
export async function countAimed(
  tx: Tx,
  actor: Actor,
  aim: Aim,
): Promise<{ count: number; visitors: number }> {
  mayReadContent(actor)
  return selectSize(tx, actor.workspace.id, await aimed(tx, actor, aim))
}

/** Something that is for everybody, for an audience, or for those an aim holds for. */
export interface Aimed {
  id: number
  audience_id: number | null
  aim: unknown
}

/** Which of some things are for a contact at this moment: asked of the contact's own row, whatever there are. */
export async function meantFor(
  tx: Tx,
  actor: Actor,
  { contactId, things }: { contactId: string | undefined; things: Aimed[] },
): Promise<Set<number>> {
  const isForAll = ({ audience_id, aim }: Aimed) => audience_id === null && aim === null
  const forAll = things.filter(isForAll).map(({ id }) => id)
  const narrowed = things.filter(thing => !isForAll(thing))
  if (contactId === undefined || narrowed.length === 0) return new Set(forAll)
  const audienceIds = [...new Set(narrowed.flatMap(({ audience_id }) => audience_id ?? []))]
  const audiences =
    audienceIds.length === 0 ? [] : await selectAudiencesById(tx, actor.workspace.id, audienceIds)
  const conditions = await Promise.all(
    narrowed.map(async ({ id, audience_id, aim }) => {
      const audience = audiences.find(each => each.id === audience_id)
      const condition = audience ? await membership(tx, actor, audience) : await aimedOrNobody(tx, actor, aim)
      return { id, condition }
    }),
  )
  return new Set([...forAll, ...(await selectHolding(tx, actor.workspace.id, contactId, conditions))])
}

/** Whether an aim holds for a contact at this moment. */
export const isMeantFor = async (tx: Tx, actor: Actor, contactId: string, aim: unknown): Promise<boolean> =>
  (await meantFor(tx, actor, { contactId, things: [{ id: 1, audience_id: null, aim }] })).has(1)

/** An aim that can no longer be read, of an attribute or a segment that has gone say, is for nobody: never for more than was meant. */
async function aimedOrNobody(tx: Tx, actor: Actor, aim: unknown): Promise<Expression<SqlBool>> {
  try {
    return await aimed(tx, actor, aim)
  } catch (error) {
    if (error instanceof Problem) return NOBODY
    throw error
  }
}

async function aimed(tx: Tx, actor: Actor, aim: unknown): Promise<Expression<SqlBool>> {
  const query = parseQuery(withDates(aim, actor.now))
  if (leavesOf(query).length === 0)
    throw invalid('Whom it is for has to be said, or it is for everybody', 'aim')
  await requireSegments(tx, actor, query)
  const newest = { ...actor, version: NEWEST, gates: gatesAt(NEWEST) }
  return compileSearch({ tx, actor: newest }, contactSearchable(tx, newest), query)
}

async function requireSegments(tx: Tx, actor: Actor, query: SearchNode): Promise<void> {
  const asked = leavesOf(query)
    .filter(({ field }) => field === 'segment_id')
    .flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
  if (asked.length === 0) return
  const known = new Set(
    (await selectSegments(tx, actor.workspace.id, ['contact', 'user'])).map(({ id }) => id),
  )
  if (asked.some(id => !known.has(String(id))))
    throw invalid('It asks for a segment that has been deleted', 'aim')
}

const leavesOf = (node: SearchNode): Exclude<SearchNode, { value: SearchNode[] }>[] =>
  isGroup(node) ? node.value.flatMap(leavesOf) : [node]
