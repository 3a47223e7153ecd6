import { family } from '../../operation.ts'
import { model, nullable, Type } from '../../schema.ts'

export const TranslationService = model('translation_service', {
  type: Type.Literal('translation_service'),
  /** Whether the operator has set one up: without one nothing of it is shown. */
  is_set_up: Type.Boolean(),
  /** None while it does not answer. */
  languages: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
})

export const ConversationTranslations = model('conversation_translations', {
  type: Type.Literal('conversation_translations'),
  to: Type.String(),
  /** The language that customers wrote in last; null where it could not be told. */
  language: nullable(Type.String()),
  /** How much the service failed at, for now. */
  failed: Type.Integer(),
  data: Type.Array(
    Type.Object({
      /** Of a part, or of what the conversation began with. */
      id: Type.String(),
      is_source: Type.Boolean(),
      from: Type.String(),
      to: Type.String(),
      body: Type.String(),
    }),
  ),
})

export const TranslateConversationRequest = model('translate_conversation_request', { to: Type.String() })

export const Translation = model('translation_of_reply', {
  type: Type.Literal('translation'),
  from: Type.String(),
  to: Type.String(),
  body: Type.String(),
})

export const TranslateReplyRequest = model('translate_reply_request', {
  body: Type.String(),
  from: Type.String(),
  to: Type.String(),
})

/** What customers and teammates write, each in the language of the other. */
export const translations = family({
  findService: {
    method: 'GET',
    path: '/app/api/translation_service',
    scope: 'read_conversations',
    summary: 'Whether anything is translated, and between which languages',
    answer: TranslationService,
  },
  ofConversation: {
    method: 'POST',
    path: '/app/api/conversations/{id}/translations',
    scope: 'read_conversations',
    summary: 'What customers wrote, in the language of the reader',
    reads: true,
    body: TranslateConversationRequest,
    answer: ConversationTranslations,
  },
  ofReply: {
    method: 'POST',
    path: '/app/api/translations',
    scope: 'write_conversations',
    summary: 'A reply in the language of the customer, to look at before it is sent',
    reads: true,
    body: TranslateReplyRequest,
    answer: Translation,
  },
})
