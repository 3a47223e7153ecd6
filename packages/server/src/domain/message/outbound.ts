import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { CreateMessageRequest } from '@guichet/contract/operations/messages.ts'
import type { Static } from '@guichet/contract/schema.ts'

export type MessageRequest = Static<typeof CreateMessageRequest>

export type Channel = 'inapp' | 'email' | 'sms' | 'whatsapp'

/** What an admin sends, once its request is found to be in order. */
export interface Outbound {
  channel: Channel
  subject: string
  /** As it was sent; empty where a template is the body. */
  body: string
  template: string | null
  components: Record<string, unknown>[] | null
  locale: string | null
}

/** The content of an admin's message; 400 or 422 for what its kind does not allow. */
export function readOutbound(request: MessageRequest): Outbound {
  const channel = readChannel(request.message_type)
  return {
    channel,
    subject: channel === 'email' ? readSubject(request.subject) : (request.subject ?? ''),
    body: channel === 'whatsapp' ? (request.body ?? '') : readBody(request.body, channel),
    template: readTemplate(request.template, channel),
    components: readComponents(request.components, channel),
    locale: request.locale ?? null,
  }
}

/** The words of a message; 400 when there are none. */
export function readBody(body: string | null | undefined, channel: Channel = 'inapp'): string {
  if (!body || body.trim() === '') throw problem(errors.messageBodyMissing)
  if (channel === 'sms' && LINK.test(body)) throw problem(errors.smsBodyInvalid)
  return body
}

function readChannel(type: string | undefined): Channel {
  if (type === undefined) throw missing('message_type')
  const channel = CHANNELS.get(type)
  if (!channel) throw invalid(`message_type '${type}' is not valid`, 'message_type')
  return channel
}

/** The descriptions say `in_app`; SDKs send `inapp`, and a published example `conversation`. */
const CHANNELS = new Map<string, Channel>([
  ['inapp', 'inapp'],
  ['in_app', 'inapp'],
  ['conversation', 'inapp'],
  ['email', 'email'],
  ['sms', 'sms'],
  ['whatsapp', 'whatsapp'],
])

function readSubject(subject: string | null | undefined): string {
  if (!subject || subject.trim() === '') throw problem(errors.messageSubjectMissing)
  return subject
}

function readTemplate(template: unknown, channel: Channel): string | null {
  const given = template ?? null
  if (given === null && channel !== 'whatsapp') return null
  if (given === null) throw missing('template')
  if (typeof given !== 'string') throw invalid('template must be a string', 'template')
  if (channel === 'email' && given !== 'plain' && given !== 'personal') {
    throw invalid("template must be 'plain' or 'personal'", 'template')
  }
  return given
}

function readComponents(components: MessageRequest['components'], channel: Channel) {
  if (channel === 'whatsapp' && !components) throw missing('components')
  return components ?? null
}

const LINK = /https?:\/\/|\bwww\./i
