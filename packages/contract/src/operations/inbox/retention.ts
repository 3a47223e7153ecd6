import { family } from '../../operation.ts'
import { IntegerInput, model, nullable, optional, Type } from '../../schema.ts'

const Days = () => nullable(Type.Integer())

/** For how many days things are kept. */
export const Retention = model('retention', {
  type: Type.Literal('retention'),
  /** What contacts, conversations and tickets were; null for ever. */
  history_days: Days(),
  /** What happened, for the feed and for replays; null for ever. */
  event_days: Days(),
  /** What programs asked; null for as long as the server keeps it, which nothing here makes longer. */
  api_log_days: Days(),
  /** What apps were told; null for as long as the server keeps it. */
  webhook_log_days: Days(),
  /** Visitors who never wrote, since they were last seen; null for ever. */
  visitor_days: Days(),
  /** What contacts did with content that other programs show; null for ever. */
  content_stat_days: Days(),
})

const DaysInput = () => optional(nullable(IntegerInput()))

export const UpdateRetentionRequest = model('update_retention_request', {
  history_days: DaysInput(),
  event_days: DaysInput(),
  api_log_days: DaysInput(),
  webhook_log_days: DaysInput(),
  visitor_days: DaysInput(),
  content_stat_days: DaysInput(),
})

/** How long a workspace keeps what. */
export const retention = family({
  find: {
    access: 'session',
    scope: 'manage_workspace',
    method: 'GET',
    path: '/app/api/retention',
    summary: 'For how long things are kept',
    answer: Retention,
  },
  update: {
    access: 'session',
    scope: 'manage_workspace',
    method: 'PATCH',
    path: '/app/api/retention',
    summary: 'Keep things for longer or for less long: what is older is erased for good',
    body: UpdateRetentionRequest,
    answer: Retention,
  },
})
