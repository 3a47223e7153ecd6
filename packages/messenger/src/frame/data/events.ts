import type { ToPage } from '../../protocol/messages.ts'
import { t } from '../text/t.ts'
import { loadConversations, loadThread, loadTickets, markRead } from './load.ts'
import { plain } from './plain.ts'
import { chimeFor } from './sound.ts'
import { type Conversation, change, listen, now } from './store.ts'
import { hearLive, type Told } from './stream.ts'

/** Keeps what is known fresh, and tells the page of what is new. */
export function connect(say: (message: ToPage) => void) {
  let stop: (() => void) | undefined
  let followed: string | undefined
  let unread = 0
  const ids = new Set<string>()
  let lookedAt = Number.NEGATIVE_INFINITY
  /** The last thing said in each conversation that was there before, or was told of. */
  const heard = new Map<string, string>()

  listen(() => {
    if (now().unread !== unread) {
      unread = now().unread
      say({ tell: 'unread', count: unread })
    }
    if (now().contact?.id !== followed) follow()
  })

  /** Nobody has anything to hear who has written nothing and looks at nothing. */
  function follow(): void {
    const { contact, visible } = now()
    if (!contact || (contact.role === 'visitor' && !visible) || followed === contact.id) return
    stop?.()
    followed = contact.id
    heard.clear()
    if (contact.role !== 'visitor') void loadConversations().then(remember, () => {})
    stop = hearLive(contact.id, hear)
  }

  function hear({ event, data }: Told): void {
    const id = String(data['conversation_id'] ?? data['id'] ?? '')
    if (event === 'typing') setTyping(id, data['typing'] === true ? String(data['name']) : undefined)
    // A stream that could not go on where it was has missed something: everything is looked at again.
    else if (event === 'hello' && data['resumed'] === false) look()
    else if (event === 'conversation') {
      // At once, and what happens in one moment once.
      if (ids.size === 0) setTimeout(() => void refresh(), Math.max(0, lookedAt + 30 - performance.now()))
      ids.add(id)
    }
  }

  async function refresh(): Promise<void> {
    const changed = [...ids]
    ids.clear()
    lookedAt = performance.now()
    try {
      // What one reads comes first: the lists are waited for by nobody.
      await Promise.all([...new Set([...changed, ...messageOnView()])].filter(isKnown).map(loadThread))
      await Promise.all([loadConversations(), now().tickets && loadTickets()])
    } catch {
      return
    }
    for (const each of now().conversations ?? [])
      if (changed.includes(each.id) && each.unread && heard.get(each.id) !== each.last_part.id) announce(each)
    remember()
  }

  const isKnown = (id: string): boolean => now().threads[id] !== undefined

  /** What is told of the conversation that a message becomes is told by its new id. */
  function messageOnView(): string[] {
    const { route, threads } = now()
    return route.at === 'conversation' && threads[route.id]?.kind === 'message' ? [route.id] : []
  }

  function remember(): void {
    for (const { id, last_part } of now().conversations ?? []) heard.set(id, last_part.id)
  }

  function announce(conversation: Conversation): void {
    const { route, visible } = now()
    setTyping(conversation.id, undefined)
    const isRead = visible && route.at === 'conversation' && route.id === conversation.id
    if (isRead && document.visibilityState === 'visible')
      return void markRead(conversation.id).catch(() => {})
    chimeFor(conversation.last_part.id)
    const { author, body, attachments } = conversation.last_part
    const text = plain(body ?? '') || attachments[0]?.name || ''
    say({
      tell: 'preview',
      author: author.name ?? t('team'),
      text: text.slice(0, 300),
      conversationId: conversation.id,
    })
  }

  async function look(): Promise<void> {
    follow()
    const { route, threads, contact } = now()
    if (contact?.role === 'visitor') return
    await loadConversations()
    if (route.at === 'conversation' && threads[route.id]) await loadThread(route.id)
  }

  return {
    follow,
    look: () => look().catch(() => {}),
    stop() {
      stop?.()
      followed = undefined
    },
  }
}

const forgetting = new Map<string, ReturnType<typeof setTimeout>>()

/** That somebody types is forgotten where they leave without a word. */
function setTyping(id: string, name: string | undefined): void {
  clearTimeout(forgetting.get(id))
  change(({ typing: { [id]: _, ...typing } }) => ({
    typing: name === undefined ? typing : { ...typing, [id]: name },
  }))
  if (name !== undefined)
    forgetting.set(
      id,
      setTimeout(() => setTyping(id, undefined), 12_000),
    )
}
