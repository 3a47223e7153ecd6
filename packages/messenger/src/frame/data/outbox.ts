import { messengerConversations } from '@guichet/contract/operations/messenger/conversations.ts'
import { call, Refusal } from './api.ts'
import { goOnAs, keepThread, loadConversations, loadHome, loadThread } from './load.ts'
import { change, now, type Pending } from './store.ts'

let tries = 0
let running = false
let waiting: ReturnType<typeof setTimeout> | undefined

/** Puts a message on its way. It is kept by the browser until the server has it. */
export function post(message: Omit<Pending, 'state' | 'at' | 'key'>): void {
  const pending: Pending = { ...message, key: crypto.randomUUID(), at: Date.now() / 1000, state: 'sending' }
  change(({ outbox }) => ({ outbox: [...outbox, pending] }))
  keep(pending)
  flush()
}

/** Tries again what did not go through. */
export function retry(key: string): void {
  set(key, { state: 'sending' })
  flush()
}

export function drop(key: string): void {
  change(({ outbox }) => ({ outbox: outbox.filter(each => each.key !== key) }))
  write(kept().filter(each => each.key !== key))
}

/** Sends what waits, in its order, one at a time; of the pages of one browser one sends at a time. */
export function flush(): void {
  clearTimeout(waiting)
  if (running) return
  running = true
  const sent = navigator.locks ? navigator.locks.request(place(), run) : run()
  void sent
    .catch(() => {})
    .finally(() => {
      running = false
      // What was written in the moment that the last one left.
      if (first()?.state === 'sending') flush()
    })
}

/** Brings back what another page of this browser could not send. */
export function restore(): void {
  const known = new Set(now().outbox.map(({ key }) => key))
  change(({ outbox }) => ({ outbox: [...kept().filter(({ key }) => !known.has(key)), ...outbox] }))
  if (first()) flush()
}

async function run(): Promise<void> {
  for (let next = first(); next; next = first()) {
    if (isSentElsewhere(next)) {
      drop(next.key)
      await loadThread(next.to).catch(() => {})
      continue
    }
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
}

/** Whether another page of this browser has sent a message that both of them knew. */
const isSentElsewhere = ({ key, to, files }: Pending): boolean =>
  stores && files.length === 0 && !to.startsWith('new:') && !kept().some(each => each.key === key)

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
  const thread = await call(messengerConversations.reply, { params: { id: to }, body: said, key })
  keepThread(thread, to)
  if (thread.id !== to) keepAllOf(thread.id)
  drop(key)
  await loadConversations()
}

/** A conversation has an id now: what was meant for it goes to it. */
function began(local: string, id: string): void {
  const { contact } = now()
  if (contact?.role === 'visitor') change({ contact: { ...contact, role: 'lead' } })
  goOnAs(local, id)
  keepAllOf(id)
  void loadHome()
}

function keepAllOf(id: string): void {
  for (const each of now().outbox) if (each.to === id) keep(each)
}

function set(key: string, by: Partial<Pending>): void {
  change(({ outbox }) => ({ outbox: outbox.map(each => (each.key === key ? { ...each, ...by } : each)) }))
  const changed = now().outbox.find(each => each.key === key)
  if (changed) keep(changed)
}

const place = (): string => `guichet.outbox.${now().contact?.id}`

/** Whether the browser keeps anything for a frame: some do not, and a message is then sent unless the page is left. */
let stores = true

/** What the pages of this browser have not sent yet. */
function kept(): Pending[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place()) ?? '[]')
    return Array.isArray(read) ? read : []
  } catch {
    stores = false
    return []
  }
}

function write(all: Pending[]): void {
  try {
    if (all.length === 0) localStorage.removeItem(place())
    else localStorage.setItem(place(), JSON.stringify(all))
  } catch {
    stores = false
  }
}

/** Files are too large for what browsers keep; the words are not. */
function keep(pending: Pending): void {
  if (pending.files.length > 0) return
  const all = kept()
  const isKnown = all.some(({ key }) => key === pending.key)
  write(isKnown ? all.map(each => (each.key === pending.key ? pending : each)) : [...all, pending])
}
