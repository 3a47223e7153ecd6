import { family } from '../../operation.ts'
import { model, nullable, Timestamp, Type } from '../../schema.ts'

/** Whether customers can reach the workspace, and whether what it writes leaves. What mail comes in by is told by `mail`. */
export const Channels = model('channels', {
  type: Type.Literal('channels'),
  messenger: Type.Object({
    /** When somebody last had it on a page; null where nobody ever had. */
    last_seen_at: nullable(Timestamp()),
    /** How many people had it open in the last 30 days. */
    people: Type.Integer(),
  }),
  outbox: Type.Object({
    waiting: Type.Integer(),
    /** In the last seven days: those that left, that could not, and that stay here for want of a mail server. */
    sent: Type.Integer(),
    failed: Type.Integer(),
    kept: Type.Integer(),
    /** Why the last one failed; null where none did. */
    last_fault: nullable(Type.String()),
  }),
})

/** The ways customers and the workspace reach one another. */
export const channels = family({
  find: {
    access: 'session',
    scope: 'manage_workspace',
    method: 'GET',
    path: '/app/api/channels',
    summary: 'Whether the messenger is on a page, and what waits in the outbox',
    answer: Channels,
  },
})
