import { messengerBanners } from './banners.ts'
import { messengerContent } from './content.ts'
import { messengerConversations } from './conversations.ts'
import { messengerDoings } from './doings.ts'
import { messengerLive } from './live.ts'
import { messengerBoot, messengerSessions } from './sessions.ts'
import { messengerTickets } from './tickets.ts'

/** What the messenger calls, as the person who looks through it. It has no versions, and is in no published description. */
export const messengerFamilies = {
  messengerBoot,
  messengerSessions,
  messengerConversations,
  messengerContent,
  messengerDoings,
  messengerLive,
  messengerBanners,
  messengerTickets,
}
