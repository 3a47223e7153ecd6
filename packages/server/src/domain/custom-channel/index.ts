export {
  attributeCollected,
  channelConversationBegan,
  channelMessageCame,
  quickReplySelected,
} from './custom-channel.ts'
