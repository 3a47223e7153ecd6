export { createOrTag, tagByName } from './create-or-tag.ts'
export { listContactTags, tagContact, untagContact } from './tag-contact.ts'
export { tagConversation, untagConversation } from './tag-conversation.ts'
