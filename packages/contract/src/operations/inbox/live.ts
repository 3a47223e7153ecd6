import { family } from '../../operation.ts'
import { IdInput, model, oneOf, optional, Type } from '../../schema.ts'

const signedIn = { access: 'session', scope: 'use_app' } as const

export const PresenceRequest = model('presence_request', {
  conversation_id: IdInput(),
  doing: oneOf('viewing', 'typing', 'gone'),
})

/** What happens, as it happens. */
export const live = family({
  stream: {
    ...signedIn,
    method: 'GET',
    path: '/app/api/stream',
    summary:
      'Events as they happen, behind the sequence given or named by Last-Event-ID, and who is at which conversation',
    query: Type.Object({ since: optional(Type.String()) }),
    streams: true,
  },
  present: {
    ...signedIn,
    method: 'PUT',
    path: '/app/api/presence',
    summary: 'Say what one does at a conversation; it holds for 25 seconds',
    body: PresenceRequest,
    reads: true,
    status: 204,
  },
})
