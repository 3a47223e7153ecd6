import type { ConversationPart } from '@guichet/contract/models/conversation-part.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { type Insertable, type QueryCreator, type SelectQueryBuilder, sql } from 'kysely'
import { compiledOnce } from '../../db/compiled-once.ts'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { ConversationParts, DB } from '../../db/schema.d.ts'
import { toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import type { Attachment } from './attachment.ts'
import type { NewPart, Written } from './part.ts'
import { columnsOf } from './standing.sql.ts'
import type { Changes } from './standing.ts'

type PartView = Static<typeof ConversationPart>

/** Inserts parts, changes their conversation and lets a teammate join it, in one statement. Returns the ids in the order of the parts. */
export async function insertParts(
  tx: Tx,
  actor: Actor,
  input: { conversationId: number; parts: NewPart[]; changes: Changes; teammateId?: number | undefined },
): Promise<number[]> {
  const { conversationId, parts, changes, teammateId } = input
  const latest = Math.max(...parts.map(part => part.created_at ?? actor.now))
  const { ids } = await tx
    .with('part', db =>
      db
        .insertInto('conversation_parts')
        .values(parts.map(part => rowOf(actor, conversationId, part)))
        .returning('id'),
    )
    .with('teammate', db =>
      db
        .insertInto('conversation_teammates')
        .columns(['workspace_id', 'conversation_id', 'admin_id', 'created_at'])
        .expression(teammateOf(db, actor, conversationId, teammateId))
        .onConflict(conflict => conflict.doNothing()),
    )
    .updateTable('conversations')
    .set({
      ...columnsOf(changes),
      count_conversation_parts: sql`count_conversation_parts + ${parts.length}::integer`,
      updated_at: sql`greatest(updated_at, ${latest}::bigint)`,
    })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', conversationId)
    .returning(row =>
      row
        .selectFrom('part')
        .select(sql<number[]>`json_agg(part.id order by part.id)`.as('ids'))
        .$asScalar()
        .as('ids'),
    )
    .executeTakeFirstOrThrow()
  return ids ?? []
}

function rowOf(actor: Actor, conversationId: number, part: NewPart): Insertable<ConversationParts> {
  const at = part.created_at ?? actor.now
  const { author, assigned_to } = part
  return {
    workspace_id: actor.workspace.id,
    conversation_id: conversationId,
    part_type: part.part_type,
    body: part.body ?? null,
    written: orNull(part.written),
    text: wordsOf(part),
    created_at: at,
    updated_at: at,
    notified_at: part.notified_at === undefined ? at : part.notified_at,
    author_type: author.type,
    author_id: author.id,
    author_name: author.name,
    author_email: author.email,
    from_ai_agent: author.from_ai_agent ?? false,
    is_ai_answer: author.is_ai_answer ?? false,
    assigned_to_type: assigned_to?.type ?? null,
    assigned_to_id: assigned_to?.id ?? null,
    attachments: json(part.attachments ?? []),
    metadata: json(part.metadata ?? {}),
    event_details: orNull(part.event_details),
    email_message_metadata: orNull(part.email_message_metadata),
    ticket_state: part.ticket_state ?? null,
    previous_ticket_state: part.previous_ticket_state ?? null,
    updated_attribute_data: orNull(part.updated_attribute_data),
    tags: json(part.tags ?? []),
    state: part.state ?? null,
    external_id: part.external_id ?? null,
    app_package_code: part.app_package_code ?? null,
  }
}

/** What it is found by: where it is in two languages, in either. */
const wordsOf = ({ written, body }: NewPart): string =>
  [written?.body, body].flatMap(html => (html ? [toPlain(html)] : [])).join('\n')

const orNull = (value: unknown): string | null => (value === undefined || value === null ? null : json(value))

/** The row of one more teammate; none where nobody joins. */
const teammateOf = (
  db: QueryCreator<DB>,
  actor: Actor,
  conversationId: number,
  teammateId: number | undefined,
) =>
  db
    .selectFrom('admins')
    .select([
      'workspace_id',
      sql<number>`${conversationId}::bigint`.as('conversation_id'),
      'id',
      sql<number>`${actor.now}::bigint`.as('created_at'),
    ])
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', sql<number>`${teammateId ?? null}::bigint`)

interface PartsAsked {
  workspaceId: string
  conversationIds: number[]
}

/** The newest `most` parts of each conversation, in their order. */
export const selectNewestParts = compiledOnce(
  { workspaceId: 'mark', conversationIds: [0], most: -1 },
  (tx, asked: PartsAsked & { most: number }) =>
    selectParts(tx, asked, parts => parts.orderBy('conversation_parts.id', 'desc').limit(asked.most)),
)

/** The `most` parts next to a place in one conversation, before it, in their order. */
export const selectPartsBefore = compiledOnce(
  { workspaceId: 'mark', conversationIds: [0], place: -2, most: -1 },
  (tx, asked: PartsAsked & PlaceAsked) =>
    selectParts(tx, asked, parts =>
      parts
        .where('conversation_parts.id', '<', asked.place)
        .orderBy('conversation_parts.id', 'desc')
        .limit(asked.most),
    ),
)

/** The same behind it. */
export const selectPartsAfter = compiledOnce(
  { workspaceId: 'mark', conversationIds: [0], place: -2, most: -1 },
  (tx, asked: PartsAsked & PlaceAsked) =>
    selectParts(tx, asked, parts =>
      parts
        .where('conversation_parts.id', '>', asked.place)
        .orderBy('conversation_parts.id')
        .limit(asked.most),
    ),
)

interface PlaceAsked {
  place: number
  most: number
}

/** Parts of some ids, in their order. */
export const selectPartsOfIds = compiledOnce(
  { workspaceId: 'mark', conversationIds: [0], ids: [1] },
  (tx, asked: PartsAsked & { ids: number[] }) =>
    selectParts(tx, asked, parts =>
      parts.where('conversation_parts.id', '=', sql<number>`any(${asked.ids}::bigint[])`),
    ),
)

export type PartRow = Awaited<ReturnType<typeof selectNewestParts>>[number]

type Choosing = <O>(
  parts: SelectQueryBuilder<DB, 'conversation_parts' | 'conversations', O>,
) => SelectQueryBuilder<DB, 'conversation_parts' | 'conversations', O>

const selectParts = (tx: Tx, { workspaceId, conversationIds }: PartsAsked, choose: Choosing) =>
  tx
    .selectFrom('conversations')
    .innerJoinLateral(
      row =>
        choose(
          row
            .selectFrom('conversation_parts')
            .selectAll()
            .where('conversation_parts.workspace_id', '=', workspaceId)
            .whereRef('conversation_parts.conversation_id', '=', 'conversations.id'),
        ).as('part'),
      join => join.onTrue(),
    )
    .select(PART_COLUMNS)
    .select(row => [
      row.ref('part.attachments').$castTo<Attachment[]>().as('attachments'),
      row.ref('part.metadata').$castTo<PartView['metadata']>().as('metadata'),
      row.ref('part.event_details').$castTo<PartView['event_details']>().as('event_details'),
      row
        .ref('part.email_message_metadata')
        .$castTo<PartView['email_message_metadata']>()
        .as('email_message_metadata'),
      row.ref('part.written').$castTo<Written | null>().as('written'),
      row.ref('part.tags').$castTo<PartView['tags']>().as('tags'),
      row.ref('part.state').$castTo<PartView['state'] | null>().as('state'),
    ])
    .where('conversations.workspace_id', '=', workspaceId)
    .where('conversations.id', '=', sql<number>`any(${conversationIds}::bigint[])`)
    .orderBy('part.conversation_id')
    .orderBy('part.id')

const PART_COLUMNS = [
  'part.id',
  'part.conversation_id',
  'part.part_type',
  'part.body',
  'part.created_at',
  'part.updated_at',
  'part.notified_at',
  'part.author_type',
  'part.author_id',
  'part.author_name',
  'part.author_email',
  'part.from_ai_agent',
  'part.is_ai_answer',
  'part.assigned_to_type',
  'part.assigned_to_id',
  'part.ticket_state',
  'part.previous_ticket_state',
  'part.updated_attribute_data',
  'part.external_id',
  'part.app_package_code',
  'part.redacted',
] as const
