import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * A receiver as somebody writes it who has read Intercom's documentation of webhooks and knows nothing of Guichet: it checks the
 * signature, reads the envelope, and has a handler for the items of each family of topics.
 */
export class DocumentedReceiver {
  /** How many notifications of each topic were handled. */
  readonly handled = new Map<string, number>()
  readonly #secret: string
  readonly #seen = new Set<string>()
  readonly #gone = new Set<string>()
  readonly #deleted = new Set<string>()

  constructor(clientSecret: string) {
    this.#secret = clientSecret
  }

  /** Takes one request; throws what is not as documented. */
  take(headers: Record<string, string | string[] | undefined>, raw: string): void {
    this.#checkSignature(String(headers['x-hub-signature']), raw)
    must(String(headers['content-type']).startsWith('application/json'), 'the content is JSON')
    const body = JSON.parse(raw)
    if (body.topic === 'ping') {
      this.#takePing(body)
      return
    }
    const { topic, id, data } = readEnvelope(body)
    // Notifications may come twice.
    if (this.#seen.has(id)) return
    this.#seen.add(id)
    const key = `${data.item.type} ${data.item.id}`
    if (topic.endsWith('.deleted')) this.#deleted.add(key)
    if (topic === 'contact.merged') this.#deleted.add(`contact ${data.item.merged_from?.id}`)
    // What was gone before it could be told of is told of as deleted.
    if (data.item.deleted === true && !topic.endsWith('.deleted')) this.#gone.add(key)
    else handlerOf(topic)(data.item, topic)
    this.handled.set(topic, (this.handled.get(topic) ?? 0) + 1)
  }

  /** What was told of as gone without its deletion or merge being told. */
  unexplained(): string[] {
    return [...this.#gone.difference(this.#deleted)]
  }

  /** A request that somebody sends to try the endpoint: it is about nothing, so that it has no id to know it by. */
  #takePing(body: Json): void {
    must(body.type === 'notification_event' && body.id === null, 'a ping is a notification without an id')
    must(body.data.item.type === 'ping' && typeof body.data.item.message === 'string', 'it says something')
    this.handled.set('ping', (this.handled.get('ping') ?? 0) + 1)
  }

  #checkSignature(given: string, raw: string): void {
    must(/^sha1=[0-9a-f]{40}$/.test(given), 'the signature is sha1= and 40 hex digits')
    const own = `sha1=${createHmac('sha1', this.#secret).update(raw).digest('hex')}`
    must(timingSafeEqual(Buffer.from(given), Buffer.from(own)), 'the signature is that of the body')
  }
}

// biome-ignore lint/suspicious/noExplicitAny: JSON of somebody else's, whose shape is checked here
type Json = any
type Handle = (item: Json, topic: string) => void

function must(holds: unknown, what: string): void {
  if (!holds) throw new Error(`it does not hold that ${what}`)
}

function readEnvelope(body: Json): { topic: string; id: string; data: { item: Json } } {
  must(body.type === 'notification_event', 'the body is a notification_event')
  must(typeof body.id === 'string' && body.id.startsWith('notif_'), 'a notification has an id')
  must(typeof body.app_id === 'string' && typeof body.topic === 'string', 'an app and a topic are named')
  for (const name of ['created_at', 'first_sent_at', 'delivery_attempts'])
    must(Number.isInteger(body[name]), `${name} is a whole number`)
  must(body.delivery_attempts >= 1, 'attempts are counted from 1')
  must('self' in body && typeof body.links === 'object', 'there are self and links')
  must(
    body.data?.type === 'notification_event_data' && typeof body.data.item === 'object',
    'there is an item',
  )
  return body
}

const named =
  (...types: string[]): Handle =>
  item =>
    must(types.includes(item.type) && item.id !== undefined, `the item is of ${types.join(' or ')}`)

const deleted: Handle = item =>
  must(
    item.deleted === true && typeof item.type === 'string' && item.id !== undefined,
    'little is told of what is gone',
  )

const conversation: Handle = item => {
  named('conversation')(item, '')
  must(Array.isArray(item.conversation_parts?.conversation_parts), 'a conversation has its parts')
  must(item.conversation_parts.conversation_parts.length <= 2, 'only the parts that triggered it come')
}

/** A closed ticket is one level deeper from 2.15 on. */
const ticket: Handle = (item, topic) =>
  named('ticket')(topic === 'ticket.closed' ? (item.ticket ?? item) : item, topic)

const contactTag: Handle = item => {
  must(item.type === 'contact_tag' && Number.isInteger(item.created_at), 'the item is a contact_tag')
  must(item.tag.type === 'tag' && item.tag.name && item.contact.id, 'it has the tag and the contact')
}

/** Only content of a series names it; a survey tells what was answered, one by one and then all together. */
const contentStat: Handle = (item, topic) => {
  const { content_stat: stat, contact } = item
  must(item.type === topic && ISO.test(item.created_at), 'a stat is of its topic, and of a time in words')
  for (const name of ['id', 'content_type', 'content_id', 'stat_type', 'receipt_id'])
    must(stat[name], `a stat has its ${name}`)
  must(stat.tags.type === 'list' && stat.tags.total_count === stat.tags.data.length, 'it has its tags')
  must(contact.type === 'contact' && contact.id, 'it is of a contact')
  for (const answer of [item.answer ?? [], item.answers ?? []].flat())
    must(answer.question_id && ISO.test(answer.answered_at), 'an answer is to a question')
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** By the topic's name, the first that begins it: the more exact come first. */
const HANDLERS: [start: RegExp, handle: Handle][] = [
  [/^contact\.(user|lead)\.tag\./, contactTag],
  [
    /^company\.contact\./,
    item => must(item.company.id && item.contact.id, 'there are a company and a contact'),
  ],
  [
    /^contact\.merged$/,
    item => must(item.type === 'contact' && item.merged_from.id, 'the merged contact is named'),
  ],
  [/\.deleted$/, deleted],
  [/^(contact|visitor)\./, named('contact')],
  [/^company\./, named('company')],
  [/^conversation(_part)?\./, conversation],
  [/^ticket\./, ticket],
  [
    /^admin\.activity_log_event\.created$/,
    item =>
      must(item.activity_type && typeof item.activity_description === 'string', 'an activity is described'),
  ],
  [/^admin\./, item => must(item.id && item.email && item.name, 'an admin is told of')],
  [/^article\./, named('article')],
  [
    /^audience\.member_/,
    item => must(item.type === 'audience_membership' && item.content.id, 'content is named'),
  ],
  [/^audience\./, named('audience')],
  [/^call\./, named('call')],
  [/^content_import_source\./, item => must(Number.isInteger(item.id), 'a source has a whole number')],
  [/^content_snippet\./, named('content_snippet')],
  [/^content_stat\./, contentStat],
  [/^event\.created$/, item => must(item.event_name && item.created_at, 'an event has a name and a time')],
  [/^job\.completed$/, item => must(item.id && item.status, 'a job has a status')],
  [
    /^granular\./,
    item => must(item.subscription.id && item.contact.id, 'a subscription and a contact are named'),
  ],
  [
    /^api\.request\.completed$/,
    item => must(item.method && item.path && Number.isInteger(item.status), 'a request is told of'),
  ],
  [
    /^data_connector\.execution\.completed$/,
    item =>
      must(item.type === 'data_connector.execution' && typeof item.success === 'boolean', 'a run is told of'),
  ],
  [
    /^procedure\.hitl_notification\.created$/,
    item => must(item.type === 'procedure.hitl_notification' && item.callback_url, 'a human is asked'),
  ],
]

function handlerOf(topic: string): Handle {
  const handle = HANDLERS.find(([start]) => start.test(topic))?.[1]
  if (!handle) throw new Error(`nothing is documented of the topic ${topic}`)
  return handle
}
