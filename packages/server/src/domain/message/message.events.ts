import type { Happening } from '../../events/append.ts'

interface Stated {
  channel: string
  messageId: number
  subject: string
}

const TOPICS = {
  email: 'content_stat.email',
  sms: 'content_stat.sms',
  inapp: 'content_stat.chat',
} as const

const isTold = (channel: string): channel is keyof typeof TOPICS => Object.hasOwn(TOPICS, channel)

/** What became of a message towards some of its readers; nothing for a channel that has no such topic. */
export const messageStats = (
  { channel, messageId, subject }: Stated,
  stat: 'receipt' | 'open' | 'hard_bounce',
  contactIds: string[],
): Happening[] =>
  isTold(channel)
    ? contactIds.map(contactId => ({
        topic: TOPICS[channel],
        object: { type: channel === 'inapp' ? 'chat' : channel, id: String(messageId) },
        payload: {
          ...{ contact_id: contactId, stat_type: stat, content_title: subject || null },
          receipt_id: `${messageId}-${contactId}`,
        },
      }))
    : []
