import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { moveCalls } from './move-calls.sql.ts'
import { countAnew, moveCompanies } from './move-companies.sql.ts'
import { moveConversations } from './move-conversations.sql.ts'
import type { Side } from './side.ts'

/** Moves everything that hangs on one contact to another; what the other has already is left behind and goes. */
export async function moveBelongings(tx: Tx, actor: Actor, merged: Side, survivor: Side): Promise<void> {
  const workspaceId = actor.workspace.id
  const { id: from } = merged
  const { id: into } = survivor
  await moveConversations(tx, workspaceId, from, survivor)
  await moveNotes(tx, workspaceId, from, into)
  await moveTags(tx, workspaceId, from, into)
  await countAnew(tx, workspaceId, merged, survivor)
  await moveCompanies(tx, workspaceId, from, into)
  await moveChoices(tx, workspaceId, from, into)
  await moveEvents(tx, workspaceId, from, into)
  await moveSummaries(tx, workspaceId, from, into)
  await moveMessages(tx, workspaceId, from, into)
  await moveCalls(tx, workspaceId, from, into)
  await moveStats(tx, workspaceId, from, into)
}

async function moveNotes(tx: Tx, workspaceId: string, from: string, into: string): Promise<void> {
  await tx
    .updateTable('notes')
    .set({ contact_id: into })
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', from)
    .execute()
}

async function moveTags(tx: Tx, workspaceId: string, from: string, into: string): Promise<void> {
  const moved = tx
    .selectFrom('taggings')
    .select([
      'workspace_id',
      'object_type',
      sql<string>`${into}::text`.as('object_id'),
      'tag_id',
      'applied_at',
      'applied_by',
    ])
    .where('workspace_id', '=', workspaceId)
    .where('object_type', '=', 'contact')
    .where('object_id', '=', from)
  await tx
    .insertInto('taggings')
    .columns(['workspace_id', 'object_type', 'object_id', 'tag_id', 'applied_at', 'applied_by'])
    .expression(moved)
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await tx
    .deleteFrom('taggings')
    .where('workspace_id', '=', workspaceId)
    .where('object_type', '=', 'contact')
    .where('object_id', '=', from)
    .execute()
}

async function moveChoices(tx: Tx, workspaceId: string, from: string, into: string): Promise<void> {
  const moved = tx
    .selectFrom('contact_subscriptions')
    .select([
      'workspace_id',
      sql<string>`${into}::text`.as('contact_id'),
      'subscription_type_id',
      'consent_type',
      'created_at',
    ])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', from)
  await tx
    .insertInto('contact_subscriptions')
    .columns(['workspace_id', 'contact_id', 'subscription_type_id', 'consent_type', 'created_at'])
    .expression(moved)
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await tx
    .deleteFrom('contact_subscriptions')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', from)
    .execute()
}

/** An event both have, to the second, is one event. */
async function moveEvents(tx: Tx, workspaceId: string, from: string, into: string): Promise<void> {
  const twice = tx
    .selectFrom('events as theirs')
    .select(sql`1`.as('one'))
    .where('theirs.workspace_id', '=', workspaceId)
    .where('theirs.contact_id', '=', into)
    .where('theirs.name', '=', sql.ref<string>('events.name'))
    .where('theirs.created_at', '=', sql.ref<number>('events.created_at'))
  await tx
    .deleteFrom('events')
    .where('events.workspace_id', '=', workspaceId)
    .where('events.contact_id', '=', from)
    .where(row => row.exists(twice))
    .execute()
  await tx
    .updateTable('events')
    .set({ contact_id: into })
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', from)
    .execute()
}

async function moveSummaries(tx: Tx, workspaceId: string, from: string, into: string): Promise<void> {
  const moved = tx
    .selectFrom('event_summaries')
    .select([
      'workspace_id',
      sql<string>`${into}::text`.as('contact_id'),
      'name',
      'count',
      'first_at_ms',
      'last_at_ms',
    ])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', from)
  await tx
    .insertInto('event_summaries')
    .columns(['workspace_id', 'contact_id', 'name', 'count', 'first_at_ms', 'last_at_ms'])
    .expression(moved)
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'contact_id', 'name']).doUpdateSet({
        count: sql`event_summaries.count + excluded.count`,
        first_at_ms: sql`least(event_summaries.first_at_ms, excluded.first_at_ms)`,
        last_at_ms: sql`greatest(event_summaries.last_at_ms, excluded.last_at_ms)`,
      }),
    )
    .execute()
  await tx
    .deleteFrom('event_summaries')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', from)
    .execute()
}

/** What was sent to the one has been sent to the other. */
async function moveMessages(tx: Tx, workspaceId: string, from: string, into: string): Promise<void> {
  const had = tx
    .selectFrom('message_recipients as theirs')
    .select('theirs.message_id')
    .where('theirs.workspace_id', '=', workspaceId)
    .where('theirs.contact_id', '=', into)
  await tx
    .updateTable('message_recipients')
    .set({ contact_id: into })
    .where('message_recipients.workspace_id', '=', workspaceId)
    .where('message_recipients.contact_id', '=', from)
    .where('message_recipients.message_id', 'not in', had)
    .execute()
}

/** What other programs showed to the one has been shown to the other. */
async function moveStats(tx: Tx, workspaceId: string, from: string, into: string): Promise<void> {
  await tx
    .updateTable('content_stats')
    .set({ contact_id: into })
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', from)
    .execute()
}
