import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { contentJoined, contentLeft } from './audience.events.ts'
import {
  type AudiencedType,
  deletePairs,
  insertPairs,
  selectKnownIds,
  selectOn,
} from './content-audiences.sql.ts'

/** The audiences a request names, each once; 404 for one that is not there. None given means none. */
export async function requireAudiences(
  tx: Tx,
  actor: Actor,
  ids: readonly number[] | null,
): Promise<number[]> {
  const asked = [...new Set(ids ?? [])]
  if (asked.length === 0) return []
  const known = new Set((await selectKnownIds(tx, actor.workspace.id, asked)).map(({ id }) => id))
  const unknown = asked.filter(id => !known.has(id))
  if (unknown.length > 0)
    throw problem(errors.audienceUnknown, `${errors.audienceUnknown.message}: ${unknown.join(', ')}`)
  return asked.toSorted((a, b) => a - b)
}

/** The audiences of many pieces of content of one kind, by content id. */
export async function audiencesOn(
  tx: Tx,
  workspaceId: string,
  type: AudiencedType,
  ids: number[],
): Promise<Map<number, number[]>> {
  const rows = ids.length === 0 ? [] : await selectOn(tx, workspaceId, type, ids)
  const byContent = Map.groupBy(rows, row => row.content_id)
  return new Map(byContent.entries().map(([id, pairs]) => [id, pairs.map(pair => pair.audience_id)]))
}

/** Makes these the audiences of one piece of content, which its caller has checked. */
export const setAudiences = (
  tx: Tx,
  actor: Actor,
  on: { type: AudiencedType; id: number },
  audienceIds: number[],
): Promise<void> => setAudiencesOnAll(tx, actor, { type: on.type, ids: [on.id] }, { replaceBy: audienceIds })

/** Changes the audiences of many pieces of content: replaces them, or adds some and takes some away. */
export async function setAudiencesOnAll(
  tx: Tx,
  actor: Actor,
  on: { type: AudiencedType; ids: number[] },
  change: { replaceBy: number[] } | { add: number[]; remove: number[] },
): Promise<void> {
  const { type, ids } = on
  if (ids.length === 0) return
  const added = 'replaceBy' in change ? change.replaceBy : change.add
  const keep = 'replaceBy' in change ? change.replaceBy : await keptOn(tx, actor, on, change)
  const gone = await deletePairs(tx, actor.workspace.id, { type, ids, keep })
  const pairs = ids.flatMap(content_id => added.map(audience_id => ({ content_id, audience_id })))
  const fresh = pairs.length === 0 ? [] : await insertPairs(tx, actor.workspace.id, type, pairs)
  await append(
    tx,
    actor,
    ...gone.map(pair => contentLeft(pair.audience_id, { type, id: pair.content_id })),
    ...fresh.map(pair => contentJoined(pair.audience_id, { type, id: pair.content_id })),
  )
}

/** Content that is gone is for nobody. */
export async function clearAudiences(
  tx: Tx,
  actor: Actor,
  type: AudiencedType,
  ids: number[],
): Promise<void> {
  await setAudiencesOnAll(tx, actor, { type, ids }, { replaceBy: [] })
}

async function keptOn(
  tx: Tx,
  actor: Actor,
  { type, ids }: { type: AudiencedType; ids: number[] },
  { remove }: { remove: number[] },
): Promise<number[]> {
  const on = await selectOn(tx, actor.workspace.id, type, ids)
  return [...new Set(on.map(pair => pair.audience_id))].filter(id => !remove.includes(id))
}
