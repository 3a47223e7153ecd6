import type { Look, PageSettings, ToPage } from '../protocol/messages.ts'
import { CROSS, drawing } from './drawing.ts'
import { flagOf, pixelsOf, textOf } from './settings.ts'
import { css } from './stage-style.ts'

const TALK = 'M4 5.5h16v11h-8.5L7 20v-3.5H4z M8 9.5h8 M8 12.5h5'
const SHUT = 'M6 9l6 6 6-6'

/** What stands on the page: the launcher, a preview of what was written, and the frame with all the rest. */
export class Stage {
  readonly frame = document.createElement('iframe')
  readonly #host = document.createElement('div')
  readonly #stage = document.createElement('div')
  readonly #launcher = document.createElement('button')
  readonly #badge = document.createElement('span')
  readonly #preview = document.createElement('div')
  readonly #of: { toggle(): void; openConversation(id: string): void }
  #look: Look | undefined
  #settings: PageSettings = {}
  #unread = 0

  constructor(of: { toggle(): void; openConversation(id: string): void }) {
    this.#of = of
    const root = this.#host.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [sheet]
    this.#host.id = 'guichet-messenger'
    this.#host.setAttribute('role', 'complementary')
    this.#launcher.type = 'button'
    this.#launcher.className = 'launcher'
    this.#launcher.append(drawing('talk', TALK), drawing('shut', SHUT), this.#badge)
    this.#launcher.addEventListener('click', () => of.toggle())
    this.#badge.className = 'badge'
    this.#badge.hidden = true
    this.#preview.setAttribute('role', 'status')
    this.frame.allow = 'clipboard-write'
    this.#stage.append(this.#preview, this.frame, this.#launcher)
    this.#launcher.hidden = true
    root.append(this.#stage)
    this.#place()
    // Beside the body: one that is moved, scaled or exchanged takes nothing of ours along.
    document.documentElement.append(this.#host)
  }

  /** Takes what the page asks for of the looks, over what the workspace has set. */
  apply(settings: PageSettings): void {
    this.#settings = { ...this.#settings, ...settings }
    this.#draw()
  }

  booted(look: Look): void {
    this.#look = look
    this.#draw()
  }

  open(isOpen: boolean): void {
    this.#stage.classList.toggle('open', isOpen)
    this.#launcher.setAttribute('aria-expanded', String(isOpen))
    if (isOpen) this.dismiss()
    this.#label(isOpen)
    if (isOpen) this.frame.focus()
    else if (this.#host.shadowRoot?.activeElement === this.frame) this.#launcher.focus()
  }

  unread(count: number): void {
    this.#unread = count
    this.#badge.hidden = count === 0
    this.#badge.textContent = count > 9 ? '9+' : String(count)
    this.#label(this.#stage.classList.contains('open'))
  }

  /** Shows what was written, until it is opened or put away. */
  preview({ author, text, conversationId }: Extract<ToPage, { tell: 'preview' }>): void {
    const open = document.createElement('button')
    open.className = 'preview'
    const [who, words] = [document.createElement('b'), document.createElement('span')]
    who.textContent = author
    words.textContent = text
    who.dir = words.dir = 'auto'
    open.append(who, words)
    open.addEventListener('click', () => this.#of.openConversation(conversationId))
    const away = document.createElement('button')
    away.className = 'dismiss'
    away.setAttribute('aria-label', this.#look?.says.dismiss ?? '')
    away.append(drawing('', CROSS))
    away.addEventListener('click', () => this.dismiss())
    this.#preview.replaceChildren(open, away)
    // Its height is known once it stands there.
    away.style.setProperty('bottom', `${72 + open.offsetHeight - 34}px`)
    away.style.setProperty('inset-inline-end', '6px')
  }

  dismiss(): void {
    this.#preview.replaceChildren()
  }

  /** Takes everything off the page; the frame stays for the moment that it needs to say goodbye. */
  vanish(): void {
    this.#host.style.setProperty('display', 'none', 'important')
  }

  remove(): void {
    this.#host.remove()
  }

  #label(isOpen: boolean): void {
    const says = this.#look?.says
    if (!says) return
    const label = isOpen ? says.close : says.open
    const news =
      this.#unread > 0 && !isOpen ? ` (${says.unread.replace('{count}', String(this.#unread))})` : ''
    this.#launcher.setAttribute('aria-label', label + news)
  }

  #draw(): void {
    const look = this.#look
    if (!look) return
    this.frame.title = look.says.title
    this.#host.setAttribute('aria-label', look.says.title)
    const hidden = flagOf(this.#settings['hide_default_launcher']) ?? !look.launcherVisible
    this.#launcher.hidden = hidden
    this.#stage.classList.toggle('bare', hidden)
    this.#stage.style.setProperty('--color', look.color)
    this.#stage.style.setProperty('--on', look.ink)
    this.#place()
    this.unread(this.#unread)
  }

  /** Set one by one and as important: the page's own style cannot move or hide them. */
  #place(): void {
    const { alignment, horizontal_padding, vertical_padding, z_index } = this.#settings
    const side = textOf(alignment) ?? this.#look?.alignment ?? 'right'
    const isLeft = side === 'left'
    const across = pixelsOf(horizontal_padding, this.#look?.horizontalPadding ?? 20)
    const up = pixelsOf(vertical_padding, this.#look?.verticalPadding ?? 20)
    const depth = Number.isFinite(Number(z_index)) && z_index != null ? Number(z_index) : 2_147_483_000
    const styles = {
      ...{ all: 'initial', display: 'block', position: 'fixed', bottom: `${up}px`, width: '0', height: '0' },
      ...{ 'z-index': String(depth), visibility: 'visible', opacity: '1', direction: isLeft ? 'rtl' : 'ltr' },
      [isLeft ? 'left' : 'right']: `${across}px`,
    }
    for (const [name, value] of Object.entries(styles)) this.#host.style.setProperty(name, value, 'important')
    // The end of the line is where the launcher stands.
    this.#stage.dir = isLeft ? 'rtl' : 'ltr'
  }
}
