import { errors } from '../errors.ts'
import { Call, CallList, CallTranscriptList } from '../models/call.ts'
import { family } from '../operation.ts'
import { IdInput, model, Type, texts } from '../schema.ts'
import { linkedPageQuery } from './paging.ts'

export const SearchCallsRequest = model('search_calls_request', {
  conversation_ids: texts(Type.Array(IdInput()), {
    missing: errors.callConversationIds,
    invalid: errors.callConversationIds,
  }),
})

export const calls = family({
  list: {
    method: 'GET',
    path: '/calls',
    since: '2.14',
    scope: 'read_conversations',
    summary: 'Calls, page by page',
    query: Type.Object({ ...linkedPageQuery }),
    answer: CallList,
  },
  find: {
    method: 'GET',
    path: '/calls/{id}',
    since: '2.14',
    scope: 'read_conversations',
    summary: 'One call',
    answer: Call,
  },
  findRecording: {
    method: 'GET',
    path: '/calls/{id}/recording',
    since: '2.14',
    scope: 'read_conversations',
    summary: 'Redirects to the recording of a call',
    status: 302,
    raw: true,
  },
  findTranscript: {
    method: 'GET',
    path: '/calls/{id}/transcript',
    since: '2.14',
    scope: 'read_conversations',
    summary: 'The transcript of a call, plain text',
    raw: true,
  },
  search: {
    method: 'POST',
    path: '/calls/search',
    since: '2.14',
    scope: 'read_conversations',
    summary: 'Calls of conversations, with transcripts',
    reads: true,
    body: SearchCallsRequest,
    answer: CallTranscriptList,
  },
})
