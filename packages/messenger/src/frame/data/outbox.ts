import { messengerConversations } from '@guichet/contract/operations/messenger/conversations.ts'
import { call, Refusal } from './api.ts'
import { keepThread, loadConversations, loadHome } from './load.ts'
import { change, now, type Pending } from './store.ts'

let tries = 0
let running = false
let waiting: ReturnType<typeof setTimeout> | undefined

/** Puts a message on its way. It is kept by the browser until the server has it. */
export function post(message: Omit<Pending, 'state' | 'at' | 'key'>): void {
  const pending: Pending = { ...message, key: crypto.randomUUID(), at: Date.now() / 1000, state: 'sending' }
  change(({ outbox }) => ({ outbox: [...outbox, pending] }))
  keep()
  flush()
}

/** Tries again what did not go through. */
export function retry(key: string): void {
  set(key, { state: 'sending' })
  flush()
}

export function drop(key: string): void {
  change(({ outbox }) => ({ outbox: outbox.filter(each => each.key !== key) }))
  keep()
}

/** Sends what waits, in its order, one at a time. */
export function flush(): void {
  clearTimeout(waiting)
  if (!running) void run()
}

/** Brings back what another page of this browser could not send. */
export function restore(): void {
  try {
    const kept: Pending[] = JSON.parse(localStorage.getItem(place()) ?? '[]')
    const known = new Set(now().outbox.map(({ key }) => key))
    change(({ outbox }) => ({
      outbox: [...kept.filter(({ key }) => !known.has(key)), ...outbox],
    }))
    flush()
  } catch {
    // A browser that keeps nothing has nothing to bring back.
  }
}

async function run(): Promise<void> {
  running = true
  for (let next = first(); next; next = first()) {
    try {
      await send(next)
      tries = 0
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.passes) {
        set(next.key, { state: 'waiting' })
        waiting = setTimeout(flush, Math.min(1000 * 2 ** tries, 30_000))
        tries += 1
        break
      }
      set(next.key, { state: 'failed', why: error.message })
    }
  }
  running = false
}

const first = (): Pending | undefined => now().outbox.find(({ state }) => state !== 'failed')

async function send({ key, to, text, files, quickReply, url }: Pending): Promise<void> {
  const attachment_files = files.length > 0 ? { attachment_files: files } : {}
  if (to.startsWith('new:')) {
    const body = { body: text, url, ...attachment_files }
    const thread = await call(messengerConversations.start, { body, key })
    keepThread(thread)
    began(to, thread.id)
    drop(key)
    await loadConversations()
    return
  }
  const said = quickReply === undefined ? { body: text, ...attachment_files } : { quick_reply: quickReply }
  keepThread(await call(messengerConversations.reply, { params: { id: to }, body: said, key }))
  drop(key)
  await loadConversations()
}

/** A conversation has an id now: what was meant for it goes to it. */
function began(local: string, id: string): void {
  const { contact } = now()
  if (contact?.role === 'visitor') change({ contact: { ...contact, role: 'lead' } })
  change(({ outbox, route, trail }) => ({
    outbox: outbox.map(each => (each.to === local ? { ...each, to: id } : each)),
    route: route.at === 'new' && route.id === local ? { at: 'conversation', id } : route,
    trail: trail.map(each => (each.at === 'new' && each.id === local ? { at: 'conversation', id } : each)),
  }))
  void loadHome()
}

function set(key: string, by: Partial<Pending>): void {
  change(({ outbox }) => ({ outbox: outbox.map(each => (each.key === key ? { ...each, ...by } : each)) }))
  keep()
}

const place = (): string => `guichet.outbox.${now().contact?.id}`

/** Files are too large for what browsers keep; the words are not. */
function keep(): void {
  try {
    const { outbox } = now()
    const texts = outbox.filter(({ files }) => files.length === 0)
    if (texts.length === 0) localStorage.removeItem(place())
    else localStorage.setItem(place(), JSON.stringify(texts))
  } catch {
    // Some browsers keep nothing for a frame: the message is sent all the same, unless the page is left.
  }
}
