import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Attachment } from './attachment.ts'

export interface DueFetch {
  workspace_id: string
  id: number
  conversation_id: number
  url: string
  attempts: number
  due_at: number
}

export async function insertFetches(
  tx: Tx,
  workspace_id: string,
  conversation_id: number,
  urls: string[],
): Promise<void> {
  await tx
    .insertInto('attachment_fetches')
    .values(urls.map(url => ({ workspace_id, conversation_id, url })))
    .execute()
}

/** Files of every workspace whose time has come: needs the unguarded lane. */
export const selectDueFetches = (
  read: Tx,
  { now, most }: { now: number; most: number },
): Promise<DueFetch[]> =>
  read
    .selectFrom('attachment_fetches')
    .select(['workspace_id', 'id', 'conversation_id', 'url', 'attempts', 'due_at'])
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(most)
    .execute()

/** Takes a file to fetch it, so that nobody else does for a while; whether nobody has. */
export async function claimFetch(tx: Tx, due: DueFetch, until: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('attachment_fetches')
    .set({ due_at: until, attempts: due.attempts + 1 })
    .where('workspace_id', '=', due.workspace_id)
    .where('id', '=', due.id)
    .where('attempts', '=', due.attempts)
    .where('due_at', '=', due.due_at)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function postponeFetch(tx: Tx, { workspace_id, id }: DueFetch, until: number): Promise<void> {
  await tx
    .updateTable('attachment_fetches')
    .set({ due_at: until })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', id)
    .execute()
}

export async function deleteFetch(tx: Tx, { workspace_id, id }: DueFetch): Promise<void> {
  await tx
    .deleteFrom('attachment_fetches')
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', id)
    .execute()
}

type Replace = (waiting: Attachment) => Attachment

/** Replaces a file that is waited for wherever its conversation holds it; nowhere when it was deleted meanwhile. */
export async function replaceWaiting(tx: Tx, due: DueFetch, replace: Replace): Promise<void> {
  const { workspace_id, conversation_id, url } = due
  const found = await selectHolding(tx, due)
  const change = (value: unknown) => replaced(value, url, replace)
  for (const { id, attachments } of found.parts) {
    const changed = change(attachments)
    if (isDeepStrictEqual(changed, attachments)) continue
    await tx
      .updateTable('conversation_parts')
      .set({ attachments: json(changed) })
      .where('workspace_id', '=', workspace_id)
      .where('conversation_id', '=', conversation_id)
      .where('id', '=', id)
      .execute()
  }
  if (found.conversation)
    await tx
      .updateTable('conversations')
      .set({ source_attachments: json(change(found.conversation.source_attachments)) })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', conversation_id)
      .execute()
  if (found.ticket)
    await tx
      .updateTable('tickets')
      .set({ attributes: json(change(found.ticket.attributes)) })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', conversation_id)
      .execute()
}

/** What of a conversation holds files, as nobody else changes it until the transaction ends. */
async function selectHolding(tx: Tx, { workspace_id, conversation_id, url }: DueFetch) {
  const conversation = await tx
    .selectFrom('conversations')
    .select('source_attachments')
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', conversation_id)
    .forUpdate()
    .executeTakeFirst()
  const parts = await tx
    .selectFrom('conversation_parts')
    .select(['id', 'attachments'])
    .where('workspace_id', '=', workspace_id)
    .where('conversation_id', '=', conversation_id)
    .where('attachments', '@>', json([{ url, fetch: 'pending' }]))
    .forUpdate()
    .execute()
  const ticket = await tx
    .selectFrom('tickets')
    .select('attributes')
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', conversation_id)
    .forUpdate()
    .executeTakeFirst()
  return { conversation, parts, ticket }
}

/** A value with the file of an address replaced, at any depth, where it is waited for. */
function replaced(value: unknown, url: string, replace: Replace): unknown {
  if (Array.isArray(value)) return value.map(each => replaced(each, url, replace))
  if (typeof value !== 'object' || value === null) return value
  if (isWaiting(value)) return value.url === url ? replace(value) : value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, url, replace)]))
}

const isWaiting = (value: object): value is Attachment => 'fetch' in value && value.fetch === 'pending'
