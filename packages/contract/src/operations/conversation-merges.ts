import { Conversation } from '../models/conversation.ts'
import { family } from '../operation.ts'
import { IntegerInput, model, texts } from '../schema.ts'

export const MergeConversationRequest = model('merge_conversations_request', {
  merge_into_conversation_id: texts(IntegerInput(), {
    invalid: 'merge_into_conversation_id must be a valid integer conversation ID',
  }),
})

export const conversationMerges = family({
  create: {
    method: 'POST',
    path: '/conversations/{id}/merge',
    since: '2.16',
    scope: 'write_conversations',
    summary: 'Merge into another conversation',
    body: MergeConversationRequest,
    answer: Conversation,
  },
})
