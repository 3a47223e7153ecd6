import { type RawBuilder, sql } from 'kysely'

/** A condition on a row of `conversations`. */
export type Members = RawBuilder<boolean>

// Each is a list of ids of one workspace, found by the index of the other side, so that a narrow question stays narrow.

export const withAnyContact = (workspaceId: string, ids: string[]): Members =>
  sql`conversations.id in (
    select conversation_id from conversation_contacts
    where conversation_contacts.workspace_id = ${workspaceId} and contact_id = any(${ids}::text[]))`

export const withAnyTeammate = (workspaceId: string, ids: number[]): Members =>
  sql`conversations.id in (
    select conversation_id from conversation_teammates
    where conversation_teammates.workspace_id = ${workspaceId} and admin_id = any(${ids}::bigint[]))`

export const taggedWithAny = (workspaceId: string, ids: number[]): Members =>
  sql`conversations.id in (
    select object_id::bigint from taggings
    where taggings.workspace_id = ${workspaceId} and object_type = 'conversation' and tag_id = any(${ids}::bigint[]))`

/** Whether a conversation has no row in one of the tables of what belongs to it. */
export const hasNone = (workspaceId: string, table: string): Members =>
  table === 'taggings'
    ? sql`not exists (
        select from taggings where taggings.workspace_id = ${workspaceId}
        and object_type = 'conversation' and object_id = conversations.id::text)`
    : sql`not exists (
        select from ${sql.table(table)} as member where member.workspace_id = ${workspaceId}
        and member.conversation_id = conversations.id)`

export const hasPriority = (priorities: string[]): Members =>
  sql`conversations.priority = any(${priorities}::text[])`
