import { errors } from '../errors.ts'
import {
  FinAgentAnswer,
  FinAgentCapabilities,
  FinAgentCsat,
  FinAgentEscalation,
  FinCallback,
} from '../models/fin-agent.ts'
import { family } from '../operation.ts'
import { Dictionary, IdInput, model, nullable, oneOf, optional, Type, texts } from '../schema.ts'

const Message = Type.Object({
  author: oneOf('user', 'agent', 'fin'),
  body: Type.String(),
  timestamp: optional(Type.String()),
  timestamp_ms: optional(Type.String()),
})

const Person = Type.Object({
  id: texts(IdInput(), { missing: errors.finUserMissing }),
  name: optional(nullable(Type.String())),
  email: optional(nullable(Type.String())),
  attributes: optional(nullable(Dictionary())),
})

const User = texts(Person, { missing: errors.finUserMissing })

const Attachments = Type.Array(
  Type.Object({
    type: oneOf('url', 'file'),
    url: optional(Type.String()),
    name: optional(Type.String()),
    content_type: optional(Type.String()),
    data: optional(Type.String()),
  }),
)

const Metadata = Type.Object({
  history: optional(Type.Array(Message)),
  attributes: optional(nullable(Dictionary())),
})

const Settings = Type.Object({
  follow_up_questions: optional(Type.Boolean()),
  email: optional(Type.Boolean()),
})

const conversationId = texts(IdInput(), { missing: errors.finConversationIdMissing })

export const StartFinRequest = model('start_fin_request', {
  conversation_id: conversationId,
  message: Message,
  user: User,
  attachments: optional(Attachments),
  conversation_metadata: optional(Metadata),
  settings: optional(Settings),
})

export const AskFinRequest = model('ask_fin_request', {
  conversation_id: texts(IdInput(), { missing: errors.finExternalIdMissing }),
  message: Message,
  user: User,
  attachments: optional(Attachments),
  conversation_metadata: optional(Metadata),
})

export const ReplyFinRequest = model('reply_fin_request', {
  conversation_id: conversationId,
  message: Message,
  user: User,
  attachments: optional(Attachments),
  settings: optional(Settings),
})

/** The rating is checked by the domain, whose refusals have a shape of their own. */
export const RateFinRequest = model('rate_fin_request', {
  conversation_id: conversationId,
  rating: Type.Unknown(),
  remark: optional(nullable(Type.String())),
})

export const EscalateFinRequest = model('escalate_fin_request', {
  conversation_id: optional(IdInput()),
  user: optional(Person),
  message: optional(Type.String()),
  context: optional(Type.String()),
})

export const FinCapabilitiesRequest = model('fin_capabilities_request', { user: User })

export const RunProcedureRequest = model('run_procedure_request', {
  conversation_id: conversationId,
  user: User,
  message: optional(Message),
  conversation_metadata: optional(Type.Object({ attributes: optional(nullable(Dictionary())) })),
  settings: optional(Type.Object({ email: optional(Type.Boolean()) })),
})

/** The three about callbacks are additions: elsewhere an app's callback is set by hand, on a page. */
export const finAgent = family({
  findCallback: {
    method: 'GET',
    path: '/fin/callback',
    addition: true,
    since: '2.14',
    scope: 'write_conversations',
    summary: 'Where the app hears what Fin does',
    answer: FinCallback,
  },
  setCallback: {
    method: 'PUT',
    path: '/fin/callback',
    addition: true,
    since: '2.14',
    scope: 'write_conversations',
    summary: 'Have the app hear what Fin does',
    body: model('set_fin_callback_request', { url: Type.String() }),
    answer: FinCallback,
  },
  removeCallback: {
    method: 'DELETE',
    path: '/fin/callback',
    addition: true,
    since: '2.14',
    scope: 'write_conversations',
    summary: 'Have the app hear of Fin through streams alone',
    answer: FinCallback,
  },
  start: {
    method: 'POST',
    path: '/fin/start',
    since: '2.14',
    scope: 'write_conversations',
    summary: 'Hand a conversation to Fin',
    body: StartFinRequest,
    answer: FinAgentAnswer,
  },
  reply: {
    method: 'POST',
    path: '/fin/reply',
    since: '2.14',
    scope: 'write_conversations',
    summary: 'Tell Fin what the user said',
    body: ReplyFinRequest,
    answer: FinAgentAnswer,
  },
  ask: {
    method: 'POST',
    path: '/fin/ask',
    since: 'Preview',
    scope: 'write_conversations',
    summary: 'Ask Fin one question',
    body: AskFinRequest,
    answer: FinAgentAnswer,
  },
  rate: {
    method: 'POST',
    path: '/fin/csat',
    since: '2.14',
    scope: 'write_conversations',
    summary: 'Rate Fin',
    body: RateFinRequest,
    answer: FinAgentCsat,
  },
  escalate: {
    method: 'POST',
    path: '/fin/escalate',
    since: 'Preview',
    scope: 'write_conversations',
    summary: 'Take a conversation from Fin',
    body: EscalateFinRequest,
    bodyOptional: true,
    answer: FinAgentEscalation,
  },
  listCapabilities: {
    method: 'POST',
    path: '/fin/capabilities',
    since: 'Preview',
    scope: 'write_conversations',
    summary: 'What Fin can do for a user',
    body: FinCapabilitiesRequest,
    answer: FinAgentCapabilities,
  },
  runProcedure: {
    method: 'POST',
    path: '/fin/procedures/{procedure_id}/run',
    since: 'Preview',
    scope: 'write_conversations',
    summary: 'Start a procedure',
    body: RunProcedureRequest,
    answer: FinAgentAnswer,
  },
})
