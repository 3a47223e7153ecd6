import { errors, problem } from '@guichet/contract/errors.ts'
import type { ContactActivity, ContactActivityList } from '@guichet/contract/models/contact-activity.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { decodeCursor, encodeCursor } from '../../db/keyset.ts'
import type { Actor } from '../actor.ts'
import { mayReadContacts } from '../contact/index.ts'
import { perPage } from '../paging.ts'
import { type ActivityRow, selectActivities } from './contact-activity.sql.ts'

export interface ActivitiesAsked {
  per_page?: string | undefined
  starting_after?: string | undefined
}

/** Contacts made, deleted, merged and turned from leads into users, page by page, the oldest first. */
export async function contactActivities(
  tx: Tx,
  actor: Actor,
  asked: ActivitiesAsked,
): Promise<Static<typeof ContactActivityList>> {
  mayReadContacts(actor)
  const limit = perPage(asked.per_page, { usual: 50, most: 150 })
  const after = asked.starting_after ? readCursor(asked.starting_after) : 0
  const rows = await selectActivities(tx, actor.workspace.id, {
    topics: [...KINDS.keys()],
    after,
    limit: limit + 1,
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? { starting_after: cursorAfter(last.sequence) } : null
  return { type: 'list', data: shown.map(viewActivity), pages: { type: 'pages', per_page: limit, next } }
}

const KINDS = new Map<string, Static<typeof ContactActivity>['event_type']>([
  ['contact.user.created', 'contact.created'],
  ['contact.lead.created', 'contact.created'],
  ['contact.lead.signed_up', 'contact.role_updated'],
  ['contact.merged', 'contact.merged'],
  ['contact.deleted', 'contact.deleted'],
])

function viewActivity(row: ActivityRow): Static<typeof ContactActivity> {
  return {
    type: 'contact_activity',
    id: `${row.created_at * 1000}.${row.id.toString(16).padStart(6, '0')}`,
    event_type: KINDS.get(row.topic) ?? 'contact.created',
    contact_id: row.object_id,
    external_id: row.external_id,
    role: row.role,
    ...(row.merged_from !== null && { merge_source_id: row.merged_from, merge_target_id: row.object_id }),
    created_at: row.created_at,
  }
}

const cursorAfter = (sequence: number) =>
  encodeCursor('contacts/activities', { values: [], id: sequence, page: 1 })

function readCursor(text: string): number {
  const { id } = decodeCursor('contacts/activities', text, 0)
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) throw problem(errors.cursorInvalid)
  return id
}
