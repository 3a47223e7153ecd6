import { errors, problem } from '@guichet/contract/errors.ts'
import type {
  DeletedOfficeHours,
  OfficeHoursException,
  OfficeHoursExceptionList,
} from '@guichet/contract/models/office-hours.ts'
import type {
  CreateOfficeHoursExceptionRequest,
  UpdateOfficeHoursExceptionRequest,
} from '@guichet/contract/operations/office-hours.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { unlessTaken } from '../../db/savepoint.ts'
import type { Actor } from '../actor.ts'
import {
  deleteExceptionRow,
  type ExceptionFields,
  type ExceptionRow,
  insertException,
  selectExceptions,
  updateExceptionRow,
} from './exception.sql.ts'
import { DAY, readIntervals, refused, storedIntervals } from './intervals.ts'
import { mayReadOfficeHours, mayWriteOfficeHours } from './office-hours.policy.ts'
import { requireSchedule, tell } from './schedule.ts'

type ExceptionView = Static<typeof OfficeHoursException>
type Request = Static<typeof UpdateOfficeHoursExceptionRequest>

/** Which exception, of which schedule. */
export interface ExceptionKey {
  scheduleId: string
  id: string
}

/** The days on which a schedule is another, by their dates. */
export async function listExceptions(
  tx: Tx,
  actor: Actor,
  scheduleId: string,
): Promise<Static<typeof OfficeHoursExceptionList>> {
  mayReadOfficeHours(actor)
  const schedule = await requireSchedule(tx, actor, scheduleId)
  const rows = await selectExceptions(tx, actor.workspace.id, schedule.id)
  return { type: 'office_hours_exception.list', data: rows.map(view) }
}

/** One exception; 404 when its schedule has none of that id. */
export async function findException(tx: Tx, actor: Actor, key: ExceptionKey): Promise<ExceptionView> {
  mayReadOfficeHours(actor)
  return view(await requireException(tx, actor, key))
}

/** Makes a day an exception; 422 for a day that is one already. */
export async function createException(
  tx: Tx,
  actor: Actor,
  scheduleId: string,
  request: Static<typeof CreateOfficeHoursExceptionRequest>,
): Promise<ExceptionView> {
  mayWriteOfficeHours(actor)
  const schedule = await requireSchedule(tx, actor, scheduleId)
  const { exception_date, exception_type } = request
  const fields = readFields({ ...BLANK, exception_date, exception_type }, request)
  const row = await unlessTaken(tx, () => insertException(tx, actor, schedule.id, fields))
  if (!row) throw problem(errors.officeHoursInvalid)
  await tell(tx, actor, `made ${row.exception_date} an exception of the office hours ${schedule.name}`)
  return view(row)
}

const BLANK = { name: null, time_intervals: null, recurring_annually: false }

/** Changes what a request names of an exception. */
export async function updateException(
  tx: Tx,
  actor: Actor,
  { request, ...key }: ExceptionKey & { request: Request },
): Promise<ExceptionView> {
  mayWriteOfficeHours(actor)
  const before = await requireException(tx, actor, key)
  const stored = before.time_intervals === null ? null : storedIntervals(before.time_intervals)
  const fields = readFields({ ...before, time_intervals: stored }, request)
  const row = await unlessTaken(tx, () => updateExceptionRow(tx, actor, before.id, fields))
  if (!row) throw problem(errors.officeHoursInvalid)
  await tell(tx, actor, `changed the office hours of ${row.exception_date}`)
  return view(row)
}

/** Makes an exceptional day a day like any other. */
export async function deleteException(
  tx: Tx,
  actor: Actor,
  key: ExceptionKey,
): Promise<Static<typeof DeletedOfficeHours>> {
  mayWriteOfficeHours(actor)
  const row = await requireException(tx, actor, key)
  await deleteExceptionRow(tx, actor.workspace.id, row.id)
  await tell(tx, actor, `deleted the exception of ${row.exception_date}`)
  return { id: String(row.id), object: 'office_hours_exception', deleted: true }
}

async function requireException(
  tx: Tx,
  actor: Actor,
  { scheduleId, id }: ExceptionKey,
): Promise<ExceptionRow> {
  const schedule = await requireSchedule(tx, actor, scheduleId)
  const [row] = await selectExceptions(tx, actor.workspace.id, schedule.id, numericId(id) ?? 0)
  if (!row) throw problem(errors.officeHoursNotFound)
  return row
}

/** An exception as a request changes it: a closed day has no hours, any other has some. */
function readFields(before: ExceptionFields, request: Request): ExceptionFields {
  const exception_type = request.exception_type ?? before.exception_type
  const hours = request.time_intervals ? readIntervals(request.time_intervals, DAY) : before.time_intervals
  if (exception_type === 'custom_hours' && !hours?.length)
    throw refused('time_intervals are required for custom_hours')
  return {
    exception_date: readDate(request.exception_date ?? before.exception_date),
    exception_type,
    name: request.name === undefined ? before.name : readName(request.name),
    time_intervals: exception_type === 'closed' ? null : hours,
    recurring_annually: request.recurring_annually ?? before.recurring_annually,
  }
}

function readDate(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
  // Days past the end of a month roll over, and so come back as others.
  if (!isDay || new Date(text).toISOString().slice(0, 10) !== text)
    throw refused('exception_date must be a date in YYYY-MM-DD format')
  return text
}

function readName(name: string | null): string | null {
  if (name !== null && name.length > LONGEST_NAME)
    throw refused(`Name must have at most ${LONGEST_NAME} characters`)
  return name?.trim() || null
}

const LONGEST_NAME = 255

function view(row: ExceptionRow): ExceptionView {
  const day_of_week = (new Date(row.exception_date).getUTCDay() + 6) % 7
  return {
    type: 'office_hours_exception',
    id: String(row.id),
    office_hours_schedule_id: String(row.office_hours_schedule_id),
    exception_date: row.exception_date,
    exception_type: row.exception_type,
    name: row.name,
    time_intervals:
      row.time_intervals === null
        ? null
        : storedIntervals(row.time_intervals).map(each => ({ ...each, day_of_week })),
    recurring_annually: row.recurring_annually,
    created_at: row.created_at,
    updated_at: row.updated_at,
  }
}
