import { translations } from '@guichet/contract/operations/inbox/translations.ts'
import {
  findTranslationService,
  translateConversation,
  translateReply,
} from '../../domain/translation/index.ts'
import { handlers } from '../handlers.ts'

export const translationRoutes = handlers(translations, {
  findService: ({ actor, translator }) => findTranslationService(actor, translator),
  ofConversation: ({ actor, database, translator, params, body }) =>
    translateConversation(actor, { database, translator, conversationId: params.id, to: body.to }),
  ofReply: ({ actor, translator, body }) => translateReply(actor, { translator, ...body }),
})
