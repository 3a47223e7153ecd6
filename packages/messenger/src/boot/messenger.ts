import {
  CONNECT,
  type Look,
  type PageSettings,
  type Place,
  type Shown,
  type ToFrame,
  type ToPage,
} from '../protocol/messages.ts'
import { Banners } from './banners.ts'
import { cookiesOf } from './cookies.ts'
import { flagOf, originOf, textOf } from './settings.ts'
import { Stage } from './stage.ts'
import { unreadTitle } from './title.ts'

/** What a page wants to be told. */
export interface Callbacks {
  hide: (() => void)[]
  show: (() => void)[]
  unread: ((count: number) => void)[]
  email: (() => void)[]
  ready: (() => void)[]
}

/** One messenger on a page, from its boot to its shutdown. */
export class Messenger {
  readonly app: string
  readonly #stage: Stage
  readonly #cookies: ReturnType<typeof cookiesOf>
  readonly #port: MessagePort
  readonly #callbacks: Callbacks
  readonly #banners = new Banners((viewId, act, reaction) =>
    this.#send({ do: 'banner', act, viewId, ...(reaction !== undefined && { reaction }) }),
  )
  readonly #title = unreadTitle()
  readonly #seen = () => this.#title(this.unread)
  #look: Look | undefined
  #settings: PageSettings
  #userId: string | undefined
  #isOpen = false
  #quiet: boolean
  unread = 0
  isReady = false

  constructor(app: string, settings: PageSettings, callbacks: Callbacks) {
    this.app = app
    this.#callbacks = callbacks
    this.#cookies = cookiesOf(app)
    this.#settings = settings
    this.#quiet = flagOf(settings['hide_notifications']) ?? false
    this.#stage = new Stage({
      toggle: () => (this.#isOpen ? this.hide() : this.show({ at: 'usual' })),
      openConversation: id => this.show({ at: 'conversation', id }),
    })
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    port1.onmessage = ({ data }: MessageEvent<ToPage>) => this.#hear(data)
    const origin = originOf(settings)
    const { frame } = this.#stage
    // Whoever the frame turns out to be of, only our own origin is handed the port.
    frame.addEventListener('load', () => frame.contentWindow?.postMessage(CONNECT, origin, [port2]), {
      once: true,
    })
    frame.src = `${origin}/messenger/frame`
    this.#stage.apply(settings)
    document.addEventListener('visibilitychange', this.#seen)
    this.#send({ do: 'boot', settings, session: this.#cookies.session(), place: place() })
  }

  /** Boots again: as somebody else perhaps. */
  reboot(settings: PageSettings): void {
    this.#settings = settings
    this.#apply(settings)
    this.#send({ do: 'boot', settings, session: this.#cookies.session(), place: place() })
  }

  update(settings: PageSettings): void {
    this.#settings = { ...this.#settings, ...settings }
    this.#apply(settings)
    this.#send({ do: 'update', settings, place: place() })
  }

  show(show: Shown): void {
    this.#send({ do: 'show', show })
    if (this.#isOpen) return
    this.#setOpen(true)
    for (const tell of this.#callbacks.show) tell()
  }

  hide(): void {
    if (!this.#isOpen) return
    this.#setOpen(false)
    for (const tell of this.#callbacks.hide) tell()
  }

  track(name: string, metadata: Record<string, unknown> | undefined): void {
    this.#send({ do: 'track', name, metadata })
  }

  hideNotifications(hidden: boolean): void {
    this.#quiet = hidden
    if (hidden) this.#stage.dismiss()
  }

  visitorId(): string | undefined {
    return this.#userId ?? this.#cookies.visitor()
  }

  shutdown(): void {
    this.hide()
    this.#send({ do: 'shutdown' })
    this.#cookies.forget()
    this.#stage.vanish()
    this.#banners.remove()
    document.removeEventListener('visibilitychange', this.#seen)
    this.#title(0)
    setTimeout(() => this.#remove(), GOODBYE_MS)
  }

  /** Whether an element of the page is one of its own launchers. */
  isLauncher(element: Element): boolean {
    const selector = textOf(this.#settings['custom_launcher_selector'])
    try {
      return selector !== undefined && element.closest(selector) !== null
    } catch {
      return false
    }
  }

  toggle(): void {
    if (this.#isOpen) this.hide()
    else this.show({ at: 'usual' })
  }

  #apply(settings: PageSettings): void {
    this.#quiet = flagOf(settings['hide_notifications']) ?? this.#quiet
    this.#stage.apply(settings)
  }

  #setOpen(isOpen: boolean): void {
    this.#isOpen = isOpen
    this.#stage.open(isOpen)
    this.#send({ do: 'visible', visible: isOpen })
  }

  #hear(told: ToPage): void {
    if (told.tell === 'booted') {
      this.#userId = told.userId
      this.isReady = true
      this.#cookies.keep(told.session, told.seconds, told.userId)
      this.#look = told.look
      this.#stage.booted(told.look)
      for (const tell of this.#callbacks.ready.splice(0)) tell()
    } else if (told.tell === 'unread') {
      if (told.count === this.unread) return
      this.unread = told.count
      this.#stage.unread(told.count)
      this.#seen()
      for (const tell of this.#callbacks.unread) tell(told.count)
    } else if (told.tell === 'banners') this.#banners.show(told.banners, this.#look)
    else if (told.tell === 'close') this.hide()
    else if (told.tell === 'email') for (const tell of this.#callbacks.email) tell()
    else if (told.tell === 'preview') this.#quiet || this.#isOpen || this.#stage.preview(told)
    else if (told.tell === 'ended') this.#remove()
    // biome-ignore lint/suspicious/noConsole: whoever builds the page has to see why there is no messenger.
    else if (told.tell === 'refused') console.error(`Intercom: ${told.why}`)
  }

  #remove(): void {
    this.#port.close()
    this.#stage.remove()
  }

  #send(message: ToFrame): void {
    this.#port.postMessage(message)
  }
}

const GOODBYE_MS = 3000

const place = (): Place => ({ url: location.href, referrer: document.referrer })
