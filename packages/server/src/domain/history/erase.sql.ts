import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'

/** Forgets what contacts were that have been deleted for good, and those that were merged into them. */
export async function eraseContacts(tx: Tx, workspaceId: string, ids: string[]): Promise<void> {
  await sql`
    with erased as (
      select unnest(${ids}::text[]) as id
      union select id from history.contacts where workspace_id = ${workspaceId} and merged_into = any(${ids}::text[])
    ),
    contacts as (delete from history.contacts h using erased e where h.workspace_id = ${workspaceId} and h.id = e.id),
    taggings as (delete from history.taggings h using erased e
      where h.workspace_id = ${workspaceId} and h.object_type = 'contact' and h.object_id = e.id),
    notes as (delete from history.notes h using erased e
      where h.workspace_id = ${workspaceId} and h.contact_id = e.id),
    companies as (delete from history.contact_companies h using erased e
      where h.workspace_id = ${workspaceId} and h.contact_id = e.id),
    subscriptions as (delete from history.contact_subscriptions h using erased e
      where h.workspace_id = ${workspaceId} and h.contact_id = e.id),
    merges as (delete from history.contact_merges h using erased e
      where h.workspace_id = ${workspaceId} and h.into_contact_id = e.id)
    delete from history.conversation_contacts h using erased e
      where h.workspace_id = ${workspaceId} and h.contact_id = e.id`.execute(tx)
}

/** Forgets what a conversation was that has been deleted for good. */
export async function eraseConversation(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await sql`
    with conversations as (delete from history.conversations
      where workspace_id = ${workspaceId} and id = ${id}::bigint),
    tickets as (delete from history.tickets where workspace_id = ${workspaceId} and id = ${id}::bigint),
    parts as (delete from history.conversation_parts
      where workspace_id = ${workspaceId} and conversation_id = ${id}::bigint),
    contacts as (delete from history.conversation_contacts
      where workspace_id = ${workspaceId} and conversation_id = ${id}::bigint),
    teammates as (delete from history.conversation_teammates
      where workspace_id = ${workspaceId} and conversation_id = ${id}::bigint),
    links as (delete from history.conversation_links where workspace_id = ${workspaceId}
      and (conversation_id = ${id}::bigint or linked_id = ${id}::bigint))
    delete from history.taggings
      where workspace_id = ${workspaceId} and object_type = 'conversation' and object_id = ${id}::bigint::text`.execute(
    tx,
  )
}

/** Takes the words and files out of what a part was. */
export async function redactPart(
  tx: Tx,
  workspaceId: string,
  { conversationId, partId, body }: { conversationId: number; partId: number; body: string },
): Promise<void> {
  await sql`update history.conversation_parts set body = ${body}, written = null, attachments = ${json([])}, redacted = true
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId}::bigint and id = ${partId}::bigint`.execute(
    tx,
  )
}

/** Takes the words and files out of what a conversation began with. */
export async function redactSource(
  tx: Tx,
  workspaceId: string,
  { conversationId, body }: { conversationId: number; body: string },
): Promise<void> {
  await sql`update history.conversations set source_body = ${body}, source_subject = '', source_redacted = true,
      source_attachments = ${json([])}
    where workspace_id = ${workspaceId} and id = ${conversationId}::bigint`.execute(tx)
}
