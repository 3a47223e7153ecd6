import type { Shown } from '../../protocol/messages.ts'
import {
  loadArticle,
  loadCollections,
  loadConversations,
  loadHome,
  loadNews,
  loadNewsItem,
  loadThread,
  loadTickets,
  loadTicketTypes,
} from './load.ts'
import { post } from './outbox.ts'
import { pageAddress } from './place.ts'
import { change, now, type Route, type Space } from './store.ts'

/** Opens something from where one is. */
export function go(route: Route): void {
  change(({ route: here, trail }) => ({ route, trail: isSpace(route) ? [] : [...trail, here] }))
  load(route)
}

export function back(): void {
  const { trail } = now()
  const route = trail.at(-1) ?? { at: firstSpace() }
  change({ route, trail: trail.slice(0, -1) })
  load(route)
}

/** Begins to write to the team. */
export function writeNew(text = ''): void {
  const id = `new:${crypto.randomUUID()}`
  change(({ drafts }) => ({ drafts: { ...drafts, [id]: text } }))
  go({ at: 'new', id })
}

/** Shows a ticket in place of the form that asked for it. */
export function goToTicket(id: string): void {
  change({ route: { at: 'tickets' }, trail: [] })
  go({ at: 'conversation', id })
}

/** Opens what the page asks for. */
export function show(shown: Shown): void {
  if (shown.at === 'usual') showUsual()
  else if (shown.at === 'new') showNew(shown)
  else if ('id' in shown) {
    change({ trail: [], route: { at: firstSpace() } })
    go(shown)
  } else go(hasSpace(shown.at) || shown.at === 'messages' ? shown : { at: firstSpace() })
}

/** Where one was; the conversation that is unread, where there is one alone. */
function showUsual(): void {
  const { unread, conversations, route, home } = now()
  const fresh = conversations?.filter(each => each.unread) ?? []
  if (unread === 1 && fresh[0]) show({ at: 'conversation', id: fresh[0].id })
  else if (unread > 0) go({ at: 'messages' })
  else if (home === undefined || route.at === 'home') go({ at: firstSpace() })
  else load(route)
}

function showNew({ text, send }: { text?: string; send?: boolean }): void {
  change({ trail: [], route: { at: hasSpace('messages') ? 'messages' : firstSpace() } })
  writeNew(send ? '' : text)
  if (send && text) post({ to: idOf(now().route), text, files: [], url: pageAddress() })
}

const idOf = (route: Route): string => ('id' in route ? route.id : '')
const hasSpace = (space: Space): boolean => now().settings?.spaces.includes(space) ?? false
const firstSpace = (): Space => now().settings?.spaces[0] ?? 'messages'
const isSpace = (route: Route): boolean => !('id' in route)

/** Asks for what a place shows; what is known is shown meanwhile. */
function load(route: Route): void {
  void loading(route).catch(() => {
    // The server was not reached: what is known stays, and the head says that one is offline.
  })
}

async function loading(route: Route): Promise<unknown> {
  if (route.at === 'home') return Promise.all([loadHome(), loadConversations()])
  if (route.at === 'messages') return loadConversations()
  if (route.at === 'tickets') return Promise.all([loadTickets(), loadTicketTypes()])
  if (route.at === 'newTicket') return loadTicketTypes()
  if (route.at === 'help') return loadCollections()
  if (route.at === 'collection') return now().collections ?? loadCollections()
  if (route.at === 'news') return loadNews()
  if (route.at === 'article') return loadArticle(route.id)
  if (route.at === 'newsItem') return loadNewsItem(route.id)
  if (route.at === 'conversation') return loadThread(route.id)
  return undefined
}
