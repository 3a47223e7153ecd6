import { errors, problem } from '@guichet/contract/errors.ts'
import type { CallList, CallTranscriptList } from '@guichet/contract/models/call.ts'
import type { RawAnswer } from '@guichet/contract/operation.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import { permission } from '../permission.ts'
import { type CallRow, selectCall, selectCalls, selectCallsOf, selectCallsOfIds } from './call.sql.ts'
import { type CallView, viewCall, viewWithTranscript } from './call.view.ts'
import { transcriptOf, transcriptText } from './transcript.ts'

const mayRead = permission('read_conversations')
const MOST_CONVERSATIONS = 20

/** A page of the calls, the newest first. */
export async function listCalls(tx: Tx, actor: Actor, query: PageQuery): Promise<Static<typeof CallList>> {
  mayRead(actor)
  const page = numberedPage(query, { usual: 25, most: 25 })
  const { rows, total } = await selectCalls(tx, actor.workspace.id, page)
  return {
    type: 'list',
    data: rows.map(row => viewCall(actor, row)),
    total_count: total,
    pages: numberedPages(actor, '/calls', query, page, total),
  }
}

/** One call; 404 when there is none. */
export async function findCall(tx: Tx, actor: Actor, id: string): Promise<CallView> {
  return viewCall(actor, await requireCall(tx, actor, id))
}

/** The calls of some ids. */
export async function viewCalls(tx: Tx, actor: Actor, ids: number[]): Promise<CallView[]> {
  return (await selectCallsOfIds(tx, actor.workspace.id, ids)).map(row => viewCall(actor, row))
}

/** The way to the recording of a call; 404 when there is none. */
export async function findRecording(tx: Tx, actor: Actor, id: string): Promise<RawAnswer> {
  const { recording } = await requireCall(tx, actor, id, errors.recordingNotFound)
  if (recording === null) throw problem(errors.recordingNotFound)
  return { headers: { location: recording.startsWith('/') ? actor.origin + recording : recording } }
}

/** The transcript of a call as a file of text; 404 when there is none. */
export async function findTranscript(tx: Tx, actor: Actor, id: string): Promise<RawAnswer> {
  const row = await requireCall(tx, actor, id)
  const lines = transcriptOf(row.transcript)
  if (!lines) throw problem(errors.callNotFound)
  const day = new Date(row.created_at * 1000).toISOString().slice(0, 10)
  return {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename=transcription_data-${day}.txt`,
    },
    body: transcriptText(lines),
  }
}

/** The calls of up to 20 conversations, with what was said. */
export async function searchCalls(
  tx: Tx,
  actor: Actor,
  conversationIds: string[],
): Promise<Static<typeof CallTranscriptList>> {
  mayRead(actor)
  if (conversationIds.length === 0 || conversationIds.length > MOST_CONVERSATIONS)
    throw problem(errors.callConversationIds)
  const ids = conversationIds.flatMap(id => numericId(id) ?? [])
  const rows = await selectCallsOf(tx, actor.workspace.id, ids)
  return { type: 'list', data: rows.map(row => viewWithTranscript(actor, row)) }
}

async function requireCall(
  tx: Tx,
  actor: Actor,
  id: string,
  unknown = errors.callNotFound,
): Promise<CallRow> {
  mayRead(actor)
  const row = await selectCall(tx, actor.workspace.id, numericId(id) ?? 0)
  if (!row) throw problem(unknown)
  return row
}
