import { calls } from '@guichet/contract/operations/calls.ts'
import { findCall, findRecording, findTranscript, listCalls, searchCalls } from '../domain/call/index.ts'
import { handlers } from './handlers.ts'

export const callRoutes = handlers(calls, {
  list: ({ tx, actor, query }) => listCalls(tx, actor, query),
  find: ({ tx, actor, params }) => findCall(tx, actor, params.id),
  findRecording: ({ tx, actor, params }) => findRecording(tx, actor, params.id),
  findTranscript: ({ tx, actor, params }) => findTranscript(tx, actor, params.id),
  search: ({ tx, actor, body }) => searchCalls(tx, actor, body.conversation_ids),
})
