import { sql, type Updateable } from 'kysely'
import { compiledOnce } from '../../db/compiled-once.ts'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Conversations } from '../../db/schema.d.ts'
import { hoursOf } from '../office-hours/index.ts'
import type { Changes, Standing, TeamTime } from './standing.ts'

export async function lockStanding(tx: Tx, workspaceId: string, id: number): Promise<Standing | undefined> {
  const [standing] = await selectStanding(tx, { workspaceId, id })
  return standing
}

const selectStanding = compiledOnce({ workspaceId: 'mark', id: -1 }, (tx, { workspaceId, id }) =>
  tx
    .selectFrom('conversations')
    .select([
      'id',
      'is_ticket',
      'created_at',
      'updated_at',
      'state',
      'read',
      'priority',
      'title',
      'company_id',
    ])
    .select(['waiting_since', 'snoozed_until', 'admin_assignee_id', 'team_assignee_id'])
    .select([
      'first_contact_reply_at',
      'first_contact_reply_type',
      'first_assignment_at',
      'first_admin_reply_at',
    ])
    .select([
      'first_close_at',
      'last_assignment_at',
      'last_assignment_admin_reply_at',
      'last_contact_reply_at',
    ])
    .select(['last_admin_reply_at', 'last_close_at', 'last_closed_by_id', 'time_to_assignment'])
    .select(['time_to_admin_reply', 'time_to_first_close', 'time_to_last_close', 'median_time_to_reply'])
    .select(['handling_time', 'adjusted_handling_time', 'count_reopens', 'count_assignments'])
    .select(['team_assigned_at', 'handling_since', 'handling_paused_since', 'handling_paused'])
    .select(row => [
      row.ref('custom_attributes').$castTo<Record<string, unknown>>().as('custom_attributes'),
      row
        .ref('assigned_team_first_response_time')
        .$castTo<TeamTime[]>()
        .as('assigned_team_first_response_time'),
      row
        .ref('assigned_team_first_response_time_in_office_hours')
        .$castTo<TeamTime[]>()
        .as('assigned_team_first_response_time_in_office_hours'),
      row.ref('reply_times').$castTo<number[]>().as('reply_times'),
      row
        .selectFrom('teams')
        .select('teams.name')
        .where('teams.workspace_id', '=', workspaceId)
        .whereRef('teams.id', '=', 'conversations.team_assignee_id')
        .as('team_name'),
      hoursOf(workspaceId, 'conversations.team_assignee_id').as('office_hours'),
      row
        .selectFrom('conversation_contacts')
        .select(
          sql<string[]>`coalesce(array_agg(contact_id order by conversation_contacts.created_at), '{}')`.as(
            'ids',
          ),
        )
        .where('conversation_contacts.workspace_id', '=', workspaceId)
        .whereRef('conversation_contacts.conversation_id', '=', 'conversations.id')
        .$asScalar()
        .$notNull()
        .as('contact_ids'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate(),
)

/** Columns as the database takes them. */
export function columnsOf(changes: Changes): Updateable<Conversations> {
  const { custom_attributes, reply_times, ...plain } = changes
  const {
    assigned_team_first_response_time: times,
    assigned_team_first_response_time_in_office_hours: worked,
    ...rest
  } = plain
  return {
    ...rest,
    ...(custom_attributes && { custom_attributes: json(custom_attributes) }),
    ...(reply_times && { reply_times: json(reply_times) }),
    ...(times && { assigned_team_first_response_time: json(times) }),
    ...(worked && { assigned_team_first_response_time_in_office_hours: json(worked) }),
  }
}

/** Changes a conversation without a part of its own; `at` is when. */
export async function updateConversationRow(
  tx: Tx,
  workspaceId: string,
  id: number,
  { at, changes }: { at: number | null; changes: Changes },
): Promise<void> {
  await tx
    .updateTable('conversations')
    .set({ ...columnsOf(changes), updated_at: sql`greatest(updated_at, ${at}::bigint)` })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}
