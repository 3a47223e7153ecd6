import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { removeLater } from '../file-removal/index.ts'

/** Why a mail is taken in no more of which nothing else is kept. */
export const ERASED = 'erased'

const NOBODY = { from: null, to: [], cc: [], subject: '' }

/**
 * Forgets mails that came: those of some ids, and whatever else some addresses sent. What stays keeps them from being taken in again:
 * where they lay, their fingerprints, and the ids by which answers to them are threaded.
 */
export async function eraseMails(
  tx: Tx,
  workspaceId: string,
  { ids, senders }: { ids: number[]; senders: string[] },
): Promise<void> {
  const named = await selectToErase(tx, workspaceId, { ids, fingerprints: [] })
  const came = await tx
    .selectFrom('incoming_mails')
    .select(['id', 'raw_key', 'fingerprint'])
    .where('workspace_id', '=', workspaceId)
    .where(row =>
      row.or([
        row('sender', '=', sql<string>`any(${senders}::text[])`),
        row('fingerprint', '=', sql<string>`any(${fingerprintsOf(named)}::text[])`),
      ]),
    )
    .execute()
  const all = await selectToErase(tx, workspaceId, { ids, fingerprints: fingerprintsOf(came) })
  const raw = [...came, ...all].flatMap(({ raw_key }) => raw_key ?? [])
  await removeLater(tx, workspaceId, [...raw, ...all.flatMap(({ pictures }) => pictures)])
  await blankIncoming(
    tx,
    workspaceId,
    came.map(({ id }) => id),
  )
  await tx
    .updateTable('mail_messages')
    .set({ headers: json(NOBODY), quoted: null, raw_key: null, pictures: json([]) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${all.map(({ id }) => id)}::bigint[])`)
    .execute()
}

const fingerprintsOf = (mails: { fingerprint: string | null }[]): string[] =>
  mails.flatMap(({ fingerprint }) => fingerprint ?? [])

const selectToErase = (
  tx: Tx,
  workspaceId: string,
  { ids, fingerprints }: { ids: number[]; fingerprints: string[] },
) =>
  tx
    .selectFrom('mail_messages')
    .select(['id', 'raw_key', 'fingerprint'])
    .select(row => row.ref('pictures').$castTo<string[]>().as('pictures'))
    .where('workspace_id', '=', workspaceId)
    .where('direction', '=', 'in')
    .where(row =>
      row.or([
        row('id', '=', sql<number>`any(${ids}::bigint[])`),
        row('fingerprint', '=', sql<string>`any(${fingerprints}::text[])`),
      ]),
    )
    .execute()

/** What waits to be taken in is not, and nobody can have it taken in by hand. */
async function blankIncoming(tx: Tx, workspaceId: string, ids: number[]): Promise<void> {
  await tx
    .updateTable('incoming_mails')
    .set({
      ...{ raw_key: null, sender: null, subject: null, reason: ERASED },
      status: sql<
        'accepted' | 'rejected'
      >`case when status in ('received', 'held', 'failed') then 'rejected' else status end`,
      settled_at: sql<number>`coalesce(settled_at, received_at)`,
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
}

/** Forgets the mails that came for a conversation which is deleted for good. */
export const eraseMailsOfConversation = (tx: Tx, workspaceId: string, id: number): Promise<void> =>
  eraseAmong(tx, workspaceId, { conversationId: id })

/** Forgets the mail that became a part, or for null what a conversation began with. */
export const eraseMailsOfPart = (
  tx: Tx,
  workspaceId: string,
  of: { conversationId: number; partId: number | null },
): Promise<void> => eraseAmong(tx, workspaceId, of)

async function eraseAmong(
  tx: Tx,
  workspaceId: string,
  { conversationId, partId }: { conversationId: number; partId?: number | null },
): Promise<void> {
  const mails = await tx
    .selectFrom('mail_messages')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .$if(partId === null, query => query.where('part_id', 'is', null))
    .$if(typeof partId === 'number', query => query.where('part_id', '=', partId ?? 0))
    .where('direction', '=', 'in')
    .execute()
  if (mails.length > 0) await eraseMails(tx, workspaceId, { ids: mails.map(each => each.id), senders: [] })
}

/** Takes addresses out of whom mails of some conversations went to; of one that nobody else got, what it was about is forgotten too. */
export async function eraseAddresses(
  tx: Tx,
  workspaceId: string,
  { conversationIds, addresses }: { conversationIds: number[]; addresses: string[] },
): Promise<void> {
  if (addresses.length === 0) return
  await sql`
    update mail_messages set headers = mail.headers || jsonb_build_object('to', readers.to, 'cc', readers.cc)
      || case when readers.to || readers.cc = '[]' then '{"subject": ""}' else '{}' end::jsonb
    from mail_messages mail, lateral (
      select coalesce(jsonb_agg(person) filter (where kind = 'to'), '[]') as to,
        coalesce(jsonb_agg(person) filter (where kind = 'cc'), '[]') as cc
      from unnest(array['to', 'cc']) kind, jsonb_array_elements(mail.headers->kind) person
      where lower(person->>'address') <> all(${addresses}::text[])
    ) readers
    where mail_messages.workspace_id = ${workspaceId} and mail.workspace_id = ${workspaceId}
      and mail_messages.id = mail.id and mail.conversation_id = any(${conversationIds}::bigint[])
      and mail.direction = 'out'`.execute(tx)
  await tx
    .deleteFrom('mail_deliveries')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', sql<number>`any(${conversationIds}::bigint[])`)
    .where('address', '=', sql<string>`any(${addresses}::text[])`)
    .execute()
}

/** Whether a mail has been taken in before, of which nothing else may be left. */
export async function wasTaken(
  tx: Tx,
  workspaceId: string,
  { fingerprint, id }: { fingerprint: string; id: number },
): Promise<boolean> {
  const row = await tx
    .selectFrom('incoming_mails')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('fingerprint', '=', fingerprint)
    .where('id', '<>', id)
    .where(mail => mail.or([mail('status', '=', 'accepted'), mail('reason', '=', ERASED)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
