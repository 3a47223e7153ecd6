import type { Handover } from './mailer.ts'

/** A text to one number. */
export interface Text {
  channel: 'sms' | 'whatsapp'
  /** What a carrier may tell a repetition by: the same at every attempt. */
  key: string
  /** E.164. */
  to: string
  body: string
  /** Fills a template of WhatsApp's, instead of a body. */
  template: { name: string; components: unknown; locale: string | null } | undefined
}

/** Takes texts to the world: the adapter of a carrier. Throws nothing, as a mailer does. */
export interface Texter {
  hand(text: Text): Promise<Handover>
}

/** Without a carrier, texts stay where they can be read. */
export const outboxTexter: Texter = { hand: async () => ({ outcome: 'kept' }) }
