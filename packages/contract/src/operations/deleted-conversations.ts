import { ConversationDeleted } from '../models/conversation.ts'
import { DeletedConversationList } from '../models/deleted-conversation.ts'
import { family } from '../operation.ts'
import { BooleanInput, optional, since, Type } from '../schema.ts'
import { linkedPageQuery } from './paging.ts'

export const deletedConversations = family({
  list: {
    method: 'GET',
    path: '/conversations/deleted',
    since: '2.16',
    scope: 'read_conversations',
    summary: 'Ids of deleted conversations',
    query: Type.Object({ ...linkedPageQuery, order: optional(Type.String()) }),
    answer: DeletedConversationList,
  },
  delete: {
    method: 'DELETE',
    path: '/conversations/{id}',
    since: '2.13',
    scope: 'write_conversations',
    summary: 'Delete a conversation',
    query: Type.Object({ retain_metrics: since('2.16', optional(BooleanInput())) }),
    answer: ConversationDeleted,
  },
})
