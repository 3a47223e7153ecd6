import { apps } from './apps.ts'
import { sideConversations } from './side-conversations.ts'

/** What our own pages call. It has no versions, answers in the newest shape, and is in no published description. */
export const inboxFamilies = { apps, sideConversations }
