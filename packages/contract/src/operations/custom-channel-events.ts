import { family } from '../operation.ts'
import { IdInput, model, nullable, oneOf, optional, Type } from '../schema.ts'

const channelEvent = {
  event_id: IdInput(),
  external_conversation_id: IdInput(),
  contact: Type.Object({
    type: oneOf('user', 'lead'),
    external_id: IdInput(),
    name: optional(nullable(Type.String())),
    email: optional(nullable(Type.String())),
  }),
}

export const ChannelConversationEvent = model('channel_conversation_event', channelEvent)

export const ChannelMessageEvent = model('channel_message_event', { ...channelEvent, body: Type.String() })

export const ChannelQuickReplyEvent = model('channel_quick_reply_event', {
  ...channelEvent,
  quick_reply_option_id: IdInput(),
})

export const ChannelAttributeEvent = model('channel_attribute_event', {
  ...channelEvent,
  attribute: Type.Object({ id: IdInput(), value: Type.Unknown() }),
})

export const ChannelEventAnswer = model('channel_event_answer', {
  external_conversation_id: Type.String(),
  conversation_id: Type.String(),
  external_contact_id: Type.String(),
  contact_id: Type.String(),
})

/** A channel of the customer's own reports what happened on it. In no published description, but in the SDK. */
export const customChannelEvents = family({
  notifyNewConversation: {
    method: 'POST',
    path: '/custom_channel_events/notify_new_conversation',
    since: '2.14',
    scope: 'write_conversations',
    summary: 'A conversation began',
    body: ChannelConversationEvent,
    answer: ChannelEventAnswer,
  },
  notifyNewMessage: {
    method: 'POST',
    path: '/custom_channel_events/notify_new_message',
    since: '2.14',
    scope: 'write_conversations',
    summary: 'A contact wrote',
    body: ChannelMessageEvent,
    answer: ChannelEventAnswer,
  },
  notifyQuickReplySelected: {
    method: 'POST',
    path: '/custom_channel_events/notify_quick_reply_selected',
    since: '2.14',
    scope: 'write_conversations',
    summary: 'A contact picked a quick reply',
    body: ChannelQuickReplyEvent,
    answer: ChannelEventAnswer,
  },
  notifyAttributeCollected: {
    method: 'POST',
    path: '/custom_channel_events/notify_attribute_collected',
    since: '2.14',
    scope: 'write_conversations',
    summary: 'A contact answered for an attribute',
    body: ChannelAttributeEvent,
    answer: ChannelEventAnswer,
  },
})
