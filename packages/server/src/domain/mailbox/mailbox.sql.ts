import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'

/** How an IMAP server is entered, but for the password. */
export interface StoredImap {
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  user: string
  folder: string
}

const COLUMNS = [
  ...(['mailboxes.id', 'mailboxes.workspace_id', 'email_setting_id', 'team_id', 'signature'] as const),
  ...(['plus_addressing', 'authserv_id', 'check_key', 'uid_validity', 'last_uid', 'started_at'] as const),
  ...(['stuck_uid', 'stuck_times', 'next_look_at', 'looked_at', 'fault', 'sealed_password'] as const),
  ...(['secret_hash', 'mailboxes.created_at', 'mailboxes.updated_at'] as const),
  ...(['email_settings.email as address', 'email_settings.verified', 'email_settings.brand_id'] as const),
  'email_settings.forwarded_email_last_received_at as last_received_at',
] as const

const mailboxes = (tx: Tx) =>
  tx
    .selectFrom('mailboxes')
    .innerJoin('email_settings', join =>
      join
        .onRef('email_settings.workspace_id', '=', 'mailboxes.workspace_id')
        .onRef('email_settings.id', '=', 'mailboxes.email_setting_id'),
    )
    .select(COLUMNS)
    .select(row => [
      row.ref('intake').$castTo<'imap' | 'http'>().as('intake'),
      row.ref('imap').$castTo<StoredImap | null>().as('imap'),
    ])

export type MailboxRow = Awaited<ReturnType<typeof selectMailboxes>>[number]

/** The mailboxes of a workspace, the first one first. */
export const selectMailboxes = (tx: Tx, workspaceId: string) =>
  mailboxes(tx).where('mailboxes.workspace_id', '=', workspaceId).orderBy('mailboxes.id').execute()

export const selectMailbox = (tx: Tx, workspaceId: string, id: number): Promise<MailboxRow | undefined> =>
  mailboxes(tx)
    .where('mailboxes.workspace_id', '=', workspaceId)
    .where('mailboxes.id', '=', id)
    .executeTakeFirst()

/** Those of an IMAP server that nobody looks after, of every workspace; needs the unguarded lane. */
export const selectUnattended = (read: Tx, now: number): Promise<MailboxRow[]> =>
  mailboxes(read)
    .where('intake', '=', 'imap')
    .where('next_look_at', '<=', now)
    .orderBy('next_look_at')
    .limit(100)
    .execute()

/** Takes a mailbox to look after it until a moment; whether nobody else has. */
export async function claimMailbox(
  tx: Tx,
  { workspace_id, id, next_look_at }: Pick<MailboxRow, 'workspace_id' | 'id' | 'next_look_at'>,
  until: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mailboxes')
    .set({ next_look_at: until })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', id)
    .where('next_look_at', '=', next_look_at)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Columns of a mailbox that change; `imap` as it is. */
export interface MailboxChanges {
  team_id?: number | null
  signature?: string
  plus_addressing?: boolean
  authserv_id?: string | null
  imap?: StoredImap
  sealed_password?: string | null
  secret_hash?: Buffer | null
  check_key?: string | null
  uid_validity?: string | null
  last_uid?: number
  stuck_uid?: number | null
  stuck_times?: number
  next_look_at?: number
  looked_at?: number
  fault?: string | null
}

export async function updateMailbox(
  tx: Tx,
  workspaceId: string,
  id: number,
  { imap, ...changes }: MailboxChanges & { updated_at?: number },
): Promise<void> {
  await tx
    .updateTable('mailboxes')
    .set({ ...changes, ...(imap && { imap: json(imap) }) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

export async function insertMailbox(
  tx: Tx,
  actor: Actor,
  { imap, ...row }: MailboxChanges & { email_setting_id: number; intake: 'imap' | 'http' },
): Promise<number> {
  const { id } = await tx
    .insertInto('mailboxes')
    .values({
      ...{ workspace_id: actor.workspace.id, ...row, imap: imap ? json(imap) : null },
      ...{ started_at: actor.now, created_at: actor.now, updated_at: actor.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The mails of a mailbox that are in no conversation, by their keys in the store of files. */
export async function selectLeftOut(tx: Tx, workspaceId: string, id: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('incoming_mails')
    .select('raw_key')
    .where('workspace_id', '=', workspaceId)
    .where('mailbox_id', '=', id)
    .where('raw_key', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('mail_messages')
            .select('id')
            .where('mail_messages.workspace_id', '=', workspaceId)
            .whereRef('mail_messages.fingerprint', '=', 'incoming_mails.fingerprint')
            .whereRef('mail_messages.raw_key', '=', 'incoming_mails.raw_key'),
        ),
      ),
    )
    .execute()
  return rows.flatMap(({ raw_key }) => raw_key ?? [])
}

export async function deleteMailbox(tx: Tx, workspaceId: string, id: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('mailboxes')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** The address of a mailbox, which may have been there before as one to send from; undefined where it has a mailbox. */
export async function ensureAddress(
  tx: Tx,
  actor: Actor,
  { address, brandId }: { address: string; brandId: string | null },
): Promise<number | undefined> {
  const { id } = await tx
    .insertInto('email_settings')
    .values({
      ...{ workspace_id: actor.workspace.id, email: address, brand_id: brandId, verified: false },
      ...{ forwarding_enabled: true, created_at: actor.now, updated_at: actor.now },
    })
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'email'])
        .doUpdateSet({ forwarding_enabled: true, updated_at: actor.now }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  const taken = await tx
    .selectFrom('mailboxes')
    .select('id')
    .where('workspace_id', '=', actor.workspace.id)
    .where('email_setting_id', '=', id)
    .executeTakeFirst()
  return taken ? undefined : id
}

export async function updateAddress(
  tx: Tx,
  { workspace_id, email_setting_id }: Pick<MailboxRow, 'workspace_id' | 'email_setting_id'>,
  change: {
    brand_id?: string | null
    verified?: boolean
    forwarding_enabled?: boolean
    forwarded_email_last_received_at?: number
  },
): Promise<void> {
  await tx
    .updateTable('email_settings')
    .set(change)
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', email_setting_id)
    .execute()
}

export const selectBrand = (tx: Tx, workspaceId: string, id: string) =>
  tx
    .selectFrom('brands')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

/** What reply addresses of a workspace are signed with, sealed: the one that is there, else the one that is brought. */
export async function ensureKey(tx: Tx, workspaceId: string, sealed: string): Promise<string> {
  await tx
    .insertInto('mail_keys')
    .values({ workspace_id: workspaceId, sealed_key: sealed })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const row = await selectKey(tx, workspaceId)
  if (row === undefined) throw new Error('a key that was kept could not be read')
  return row
}

export const selectKey = async (tx: Tx, workspaceId: string): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('mail_keys')
      .select('sealed_key')
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirst()
  )?.sealed_key

/** What a workspace has said of its mails, as it lies there. */
export async function selectMailSettings(tx: Tx, workspaceId: string): Promise<unknown> {
  const row = await tx
    .selectFrom('workspaces')
    .select(sql<unknown>`settings->'mail'`.as('mail'))
    .where('id', '=', workspaceId)
    .executeTakeFirst()
  return row?.mail
}

/** Lays what changes over what is there. */
export async function mergeMailSettings(tx: Tx, actor: Actor, change: object): Promise<void> {
  const merged = sql<string>`settings || jsonb_build_object(
    'mail', coalesce(settings->'mail', '{}') || ${json(change)}::jsonb)`
  await tx
    .updateTable('workspaces')
    .set({ settings: merged, updated_at: actor.now })
    .where('id', '=', actor.workspace.id)
    .execute()
}
