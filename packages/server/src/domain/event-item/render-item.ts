import { gatesAt } from '@guichet/contract/change.ts'
import { webhookTextIsPlain } from '@guichet/contract/changes/gates.ts'
import { fieldsOf } from '@guichet/contract/fields.ts'
import { renderer } from '@guichet/contract/render.ts'
import { isNested } from '@guichet/contract/topic-item-at.ts'
import { type EventName, isNotice, type TopicName, topics } from '@guichet/contract/topics.ts'
import type { Version } from '@guichet/contract/version.ts'
import { toPlain } from '../../text/html.ts'
import type { EventItem } from './items.ts'

type Turn = (item: EventItem) => unknown

/** The item of a topic as a reader at a version sees it. */
export function renderItem(topic: EventName, version: Version, item: EventItem): unknown {
  if (isNotice(topic)) return item
  const key = `${version} ${topic}`
  const turn = turns.get(key) ?? turnOf(topic, version)
  turns.set(key, turn)
  return 'deleted' in item ? item : turn(item)
}

/** Made at the first event of a topic and version. */
const turns = new Map<string, Turn>()

function turnOf(topic: TopicName, version: Version): Turn {
  const { item: schema } = topics[topic]
  const render = renderer(version, schema) ?? (item => item)
  const saysPlainly = schema === CONVERSATION && gatesAt(version).has(webhookTextIsPlain)
  const nests = isNested(topic, version)
  return item => {
    const rendered = render(saysPlainly ? inPlainText(fieldsOf(item)) : item)
    return nests ? { ticket: rendered } : rendered
  }
}

const CONVERSATION = topics['conversation.user.created'].item

/** A conversation without mark-up in what people wrote. */
function inPlainText(conversation: Record<string, unknown>): Record<string, unknown> {
  const source = fieldsOf(conversation['source'])
  const list = fieldsOf(conversation['conversation_parts'])
  const parts = Array.isArray(list['conversation_parts']) ? list['conversation_parts'].map(fieldsOf) : []
  return {
    ...conversation,
    source: { ...source, subject: plain(source['subject']), body: plain(source['body']) },
    conversation_parts: {
      ...list,
      conversation_parts: parts.map(part => ({ ...part, body: plain(part['body']) })),
    },
  }
}

const plain = (html: unknown): unknown => (typeof html === 'string' ? toPlain(html) : html)

/** The item of a test, which is about nothing. */
export const PING: EventItem = { type: 'ping', message: 'something something interzen' }
