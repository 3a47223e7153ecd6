import { WhatsappMessageStatus, WhatsappMessageStatusList } from '../models/whatsapp-message-status.ts'
import { family } from '../operation.ts'
import { Type, texts } from '../schema.ts'
import { cursorQuery } from './paging.ts'

export const messageStatuses = family({
  list: {
    method: 'GET',
    path: '/messages/status',
    since: '2.16',
    scope: 'read_conversations',
    summary: 'Statuses of one WhatsApp broadcast',
    query: Type.Object({
      ...cursorQuery,
      ruleset_id: texts(Type.String(), { missing: 'ruleset_id is required' }),
    }),
    answer: WhatsappMessageStatusList,
  },
  findWhatsapp: {
    method: 'GET',
    path: '/messages/whatsapp/status',
    since: '2.16',
    scope: 'read_conversations',
    summary: 'Status of one WhatsApp message',
    query: Type.Object({ message_id: texts(Type.String(), { missing: 'message_id is required' }) }),
    answer: WhatsappMessageStatus,
  },
})
