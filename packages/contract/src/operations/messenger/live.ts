import { family } from '../../operation.ts'
import { BooleanInput, model, optional, Type } from '../../schema.ts'

const mine = { access: 'messenger', scope: 'use_messenger' } as const

export const TypingRequest = model('messenger_typing_request', { typing: BooleanInput() })

/** What happens in one's conversations, as it happens. */
export const messengerLive = family({
  stream: {
    ...mine,
    method: 'GET',
    path: '/messenger/api/stream',
    summary: 'Which of one’s conversations have news, behind the sequence given or named by Last-Event-ID',
    query: Type.Object({ since: optional(Type.String()) }),
    streams: true,
  },
  typing: {
    ...mine,
    method: 'PUT',
    path: '/messenger/api/conversations/{id}/typing',
    summary: 'Say that one types, or does not any more',
    body: TypingRequest,
    reads: true,
    status: 204,
  },
})
