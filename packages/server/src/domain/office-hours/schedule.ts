import { errors, problem } from '@guichet/contract/errors.ts'
import type {
  DeletedOfficeHours,
  OfficeHoursSchedule,
  OfficeHoursScheduleList,
} from '@guichet/contract/models/office-hours.ts'
import type {
  CreateOfficeHoursScheduleRequest,
  UpdateOfficeHoursScheduleRequest,
} from '@guichet/contract/operations/office-hours.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { DAY, isAlways, readIntervals, refused, storedIntervals, WEEK } from './intervals.ts'
import { mayReadOfficeHours, mayWriteOfficeHours } from './office-hours.policy.ts'
import {
  deleteScheduleRow,
  insertSchedule,
  type ScheduleChange,
  type ScheduleRow,
  selectSchedule,
  selectSchedules,
  updateScheduleRow,
} from './schedule.sql.ts'

type ScheduleView = Static<typeof OfficeHoursSchedule>

/** Every schedule of the workspace. */
export async function listSchedules(tx: Tx, actor: Actor): Promise<Static<typeof OfficeHoursScheduleList>> {
  mayReadOfficeHours(actor)
  const rows = await selectSchedules(tx, actor.workspace.id)
  return { type: 'office_hours_schedule.list', data: rows.map(view) }
}

/** One schedule; 404 when there is none. */
export async function findSchedule(tx: Tx, actor: Actor, id: string): Promise<ScheduleView> {
  mayReadOfficeHours(actor)
  return view(await requireSchedule(tx, actor, id))
}

/** Makes a schedule. 422 for a time zone that does not exist and for hours that cannot be. */
export async function createSchedule(
  tx: Tx,
  actor: Actor,
  request: Static<typeof CreateOfficeHoursScheduleRequest>,
): Promise<ScheduleView> {
  mayWriteOfficeHours(actor)
  const row = await insertSchedule(tx, actor, {
    name: readName(request.name),
    time_zone_name: readZone(request.time_zone_name),
    time_intervals: readIntervals(request.time_intervals, WEEK),
  })
  await tell(tx, actor, `made the office hours ${row.name}`)
  return view(row)
}

/** Changes what a request names of a schedule. */
export async function updateSchedule(
  tx: Tx,
  actor: Actor,
  id: string,
  request: Static<typeof UpdateOfficeHoursScheduleRequest>,
): Promise<ScheduleView> {
  mayWriteOfficeHours(actor)
  const row = await updateScheduleRow(tx, actor, numericId(id) ?? 0, readChange(request))
  if (!row) throw problem(errors.officeHoursNotFound)
  await tell(tx, actor, `changed the office hours ${row.name}`)
  return view(row)
}

/** Deletes a schedule with its exceptions. */
export async function deleteSchedule(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Static<typeof DeletedOfficeHours>> {
  mayWriteOfficeHours(actor)
  const row = await deleteScheduleRow(tx, actor.workspace.id, numericId(id) ?? 0)
  if (!row) throw problem(errors.officeHoursNotFound)
  await tell(tx, actor, `deleted the office hours ${row.name}`)
  return { id, object: 'office_hours_schedule', deleted: true }
}

/** The schedule of an id; 404 when there is none. */
export async function requireSchedule(tx: Tx, actor: Actor, id: string): Promise<ScheduleRow> {
  const row = await selectSchedule(tx, actor.workspace.id, numericId(id) ?? 0)
  if (!row) throw problem(errors.officeHoursNotFound)
  return row
}

const readChange = ({
  name,
  time_zone_name,
  time_intervals,
}: Static<typeof UpdateOfficeHoursScheduleRequest>): ScheduleChange => ({
  ...(name !== undefined && { name: readName(name) }),
  ...(time_zone_name !== undefined && { time_zone_name: readZone(time_zone_name) }),
  ...(time_intervals && { time_intervals: readIntervals(time_intervals, WEEK) }),
})

function readName(given: string | null): string {
  const name = given?.trim() ?? ''
  if (name === '') throw refused("Name can't be blank")
  if (name.length > LONGEST_NAME) throw refused(`Name must have at most ${LONGEST_NAME} characters`)
  return name
}

const LONGEST_NAME = 255

function readZone(zone: string | null): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone ?? '' }).resolvedOptions().timeZone && (zone ?? '')
  } catch {
    throw refused('time_zone_name is not the name of a time zone')
  }
}

export const tell = (tx: Tx, actor: Actor, what: string): Promise<void> =>
  logActivity(tx, actor, { type: 'office_hours_change', description: `A teammate ${what}.` })

function view(row: ScheduleRow): ScheduleView {
  const intervals = storedIntervals(row.time_intervals)
  return {
    type: 'office_hours_schedule',
    id: String(row.id),
    name: row.name,
    time_zone_name: row.time_zone_name,
    time_intervals: intervals.map(each => ({ ...each, day_of_week: Math.floor(each.start_minute / DAY) })),
    twenty_four_seven: isAlways(intervals),
    created_at: row.created_at,
    updated_at: row.updated_at,
  }
}
