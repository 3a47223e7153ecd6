import { type Change, change } from '../change.ts'
import { ActivityLog } from '../models/activity-log.ts'
import { CreateDataAttributeRequest, UpdateDataAttributeRequest } from '../operations/data-attributes.ts'
import { CreateMessageRequest, Recipient } from '../operations/messages.ts'
import { UpdateTicketRequest } from '../operations/tickets.ts'
import { IdInput, nullable, optional, Type } from '../schema.ts'

/** The descriptions say plain strings, their own examples objects: both were taken. */
const Options = Type.Array(Type.Union([Type.String(), Type.Object({ value: Type.String() })]))

export const changes: Change[] = [
  change({
    in: '2.14',
    model: UpdateTicketRequest,
    why: 'Who assigns and who is assigned are fields of the ticket, no longer wrapped in `assignment`.',
    was: {
      assignment: optional(
        nullable(
          Type.Object({
            admin_id: optional(nullable(IdInput())),
            assignee_id: optional(nullable(IdInput())),
          }),
        ),
      ),
    },
    up: ({ assignment, ...body }) => ({ ...body, ...idsOf(assignment, ['admin_id', 'assignee_id']) }),
  }),
  change({
    in: '2.14',
    model: CreateDataAttributeRequest,
    why: 'A list is declared by `data_type: options` and its options are objects.',
    was: { options: optional(Options) },
    up: body =>
      Array.isArray(body.options)
        ? { ...body, data_type: 'options', options: asObjects(body.options) }
        : body,
  }),
  change({
    in: '2.14',
    model: UpdateDataAttributeRequest,
    why: 'Options are objects.',
    was: { options: optional(Options) },
    up: body => (Array.isArray(body.options) ? { ...body, options: asObjects(body.options) } : body),
  }),
  change({
    in: '2.14',
    model: CreateMessageRequest,
    why: 'A message can go to several contacts.',
    was: { to: optional(Recipient) },
  }),
  change({
    in: '2.14',
    model: ActivityLog,
    why: 'Changes of the assignment limit of conversations and of tickets are told apart.',
    was: { activity_type: Type.String() },
    down: log => ({ activity_type: limitTypes.get(log.activity_type) ?? log.activity_type }),
  }),
]

const limitTypes = new Map([
  ['admin_conversation_assignment_limit_change', 'admin_assignment_limit_change'],
  ['admin_ticket_assignment_limit_change', 'admin_assignment_limit_change'],
])

const asObjects = (options: unknown[]) =>
  options.map(option => (typeof option === 'string' ? { value: option } : option))

/** The named fields of an object as a handler gets ids: strings, or null. */
function idsOf(value: unknown, names: string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return {}
  const fields = Object.entries(value).filter(([name]) => names.includes(name))
  return Object.fromEntries(fields.map(([name, id]) => [name, id === null ? null : String(id)]))
}
