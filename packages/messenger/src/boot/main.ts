import type { PageSettings } from '../protocol/messages.ts'
import { type Callbacks, Messenger } from './messenger.ts'
import { appOf } from './settings.ts'
import { throttle } from './throttle.ts'

type Call = (...args: unknown[]) => unknown

interface Intercom extends Call {
  booted?: boolean
  /** What the snippet of a page queued before this script was there. */
  q?: unknown[]
  guichet?: true
}

declare global {
  interface Window {
    Intercom?: Intercom
    intercomSettings?: PageSettings
  }
}

const callbacks: Callbacks = { hide: [], show: [], unread: [], email: [], ready: [] }
const mayUpdate = throttle()
let messenger: Messenger | undefined

const fieldsOf = (value: unknown): PageSettings =>
  typeof value === 'object' && value !== null ? { ...value } : {}
const functionsOf = (value: unknown) =>
  typeof value === 'function' ? [(...args: unknown[]) => value(...args)] : []
const SPACES = ['home', 'messages', 'help', 'tickets', 'news'] as const
const opens = (at: 'conversation' | 'article' | 'newsItem') => (id: unknown) => {
  if (typeof id === 'string' || typeof id === 'number') messenger?.show({ at, id: String(id) })
}

/** What pages call, as `Intercom('<name>', …)`. Names that are not here do nothing. */
const methods: Record<string, Call> = {
  boot(given) {
    const settings = { ...window.intercomSettings, ...fieldsOf(given) }
    const app = appOf(settings)
    if (!app) return
    if (messenger?.app === app) messenger.reboot(settings)
    else {
      messenger?.shutdown()
      messenger = new Messenger(app, settings, callbacks)
    }
    api.booted = true
  },
  shutdown() {
    messenger?.shutdown()
    messenger = undefined
    api.booted = false
  },
  update(given) {
    if (!mayUpdate()) return
    if (messenger) messenger.update(fieldsOf(given))
    else if (window.intercomSettings || fieldsOf(given)['app_id']) methods['boot']?.(given)
  },
  reattach_activator() {},
  ready(tell) {
    if (messenger?.isReady) for (const each of functionsOf(tell)) each()
    else callbacks.ready.push(...functionsOf(tell))
  },
  hide: () => messenger?.hide(),
  show: () => messenger?.show({ at: 'usual' }),
  showSpace(name) {
    const at = SPACES.find(each => each === name)
    if (at) messenger?.show({ at })
  },
  showMessages: () => messenger?.show({ at: 'messages' }),
  showNewMessage: text => messenger?.show({ at: 'new', ...(typeof text === 'string' && { text }) }),
  startConversation(text) {
    if (typeof text === 'string' && text.trim()) messenger?.show({ at: 'new', text, send: true })
  },
  showArticle: opens('article'),
  showNews: opens('newsItem'),
  showTicket: opens('conversation'),
  showConversation: opens('conversation'),
  hideNotifications: hidden => messenger?.hideNotifications(hidden === true),
  onHide: tell => void callbacks.hide.push(...functionsOf(tell)),
  onShow: tell => void callbacks.show.push(...functionsOf(tell)),
  onUserEmailSupplied: tell => void callbacks.email.push(...functionsOf(tell)),
  onUnreadCountChange(tell) {
    for (const each of functionsOf(tell)) {
      callbacks.unread.push(each)
      each(messenger?.unread ?? 0)
    }
  },
  trackEvent(name, metadata) {
    if (typeof name === 'string')
      messenger?.track(name, metadata === undefined ? undefined : fieldsOf(metadata))
  },
  getVisitorId: () => messenger?.visitorId(),
}

const api: Intercom = (name, ...args) => methods[String(name)]?.(...args)

/** Takes the place of the stub a page may have, and does what was asked of that meanwhile. */
function install(): void {
  const stub = window.Intercom
  if (stub?.guichet) return
  api.guichet = true
  api.booted = false
  window.Intercom = api
  for (const call of stub?.q ?? []) api(...Array.from(listOf(call)))
  if (!messenger && window.intercomSettings && appOf(window.intercomSettings)) methods['boot']?.()
  document.addEventListener('click', event => {
    if (!(event.target instanceof Element) || !messenger?.isLauncher(event.target)) return
    event.preventDefault()
    messenger.toggle()
  })
}

/** Stubs queue their `arguments`, which are like a list. */
const listOf = (call: unknown): ArrayLike<unknown> =>
  typeof call === 'object' && call !== null && 'length' in call ? Object.assign([], call) : []

if (document.body) install()
else addEventListener('DOMContentLoaded', install)
