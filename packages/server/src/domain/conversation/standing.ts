import { errors, type Kind, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import type { OfficeHours } from '../office-hours/index.ts'
import { lockStanding } from './standing.sql.ts'

/** How long a team took to answer first, in seconds. */
export interface TeamTime {
  team_id: number
  team_name: string
  response_time: number
}

/** A conversation or ticket as a command finds it: what its transitions and statistics start from. */
export interface Standing {
  id: number
  is_ticket: boolean
  created_at: number
  updated_at: number
  state: State
  read: boolean
  priority: Priority
  title: string | null
  custom_attributes: Record<string, unknown>
  company_id: string | null
  /** The contacts who take part. */
  contact_ids: string[]
  waiting_since: number | null
  snoozed_until: number | null
  admin_assignee_id: number | null
  team_assignee_id: number | null
  team_name: string | null
  /** Of the team it is with, else of the workspace; null where it is always open. */
  office_hours: OfficeHours | null
  first_contact_reply_at: number | null
  first_contact_reply_type: string | null
  first_assignment_at: number | null
  first_admin_reply_at: number | null
  first_close_at: number | null
  last_assignment_at: number | null
  last_assignment_admin_reply_at: number | null
  last_contact_reply_at: number | null
  last_admin_reply_at: number | null
  last_close_at: number | null
  last_closed_by_id: number | null
  time_to_assignment: number | null
  time_to_admin_reply: number | null
  time_to_first_close: number | null
  time_to_last_close: number | null
  median_time_to_reply: number | null
  handling_time: number | null
  adjusted_handling_time: number | null
  count_reopens: number
  count_assignments: number
  assigned_team_first_response_time: TeamTime[]
  assigned_team_first_response_time_in_office_hours: TeamTime[]
  reply_times: number[]
  team_assigned_at: number | null
  handling_since: number | null
  handling_paused_since: number | null
  handling_paused: number
}

export type State = 'open' | 'closed' | 'snoozed'
export type Priority = 'none' | 'low' | 'medium' | 'high' | 'urgent'

/** What a command changes of a conversation. */
export type Changes = Partial<
  Omit<Standing, 'id' | 'is_ticket' | 'team_name' | 'office_hours' | 'contact_ids'>
>

/**
 * The standing of a conversation, which no other command changes until this transaction ends. 404 when there is no
 * such conversation, with the error of the route where that has its own.
 */
export async function lockConversation(
  tx: Tx,
  actor: Actor,
  id: string | number,
  unknown: Kind = errors.conversationNotFound,
): Promise<Standing> {
  const row = await byNumericId(id, key => lockStanding(tx, actor.workspace.id, key))
  if (!row) throw problem(unknown)
  return row
}
