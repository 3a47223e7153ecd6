import { customChannelEvents } from '@guichet/contract/operations/custom-channel-events.ts'
import {
  attributeCollected,
  channelConversationBegan,
  channelMessageCame,
  quickReplySelected,
} from '../domain/custom-channel/index.ts'
import { handlers } from './handlers.ts'

export const customChannelEventRoutes = handlers(customChannelEvents, {
  notifyNewConversation: ({ tx, actor, body }) => channelConversationBegan(tx, actor, body),
  notifyNewMessage: ({ tx, actor, body }) => channelMessageCame(tx, actor, body),
  notifyQuickReplySelected: ({ tx, actor, body }) => quickReplySelected(tx, actor, body),
  notifyAttributeCollected: ({ tx, actor, body }) => attributeCollected(tx, actor, body),
})
