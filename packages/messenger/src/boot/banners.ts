import type { Banner, Look, Words } from '../protocol/messages.ts'
import { bannerCss } from './banner-style.ts'
import { CROSS, drawing } from './drawing.ts'

/** What is done with a banner. */
export type OnBanner = (viewId: string, act: 'dismiss' | 'click', reaction?: string) => void

/** Banners at the edges of a page: those in line push it away, those that float lie above it. */
export class Banners {
  readonly #on: OnBanner
  readonly #shown = new Map<string, HTMLElement>()
  #look: Look | undefined

  constructor(on: OnBanner) {
    this.#on = on
  }

  /** Shows these, and no others. */
  show(banners: Banner[], look: Look | undefined): void {
    this.#look = look
    for (const [id, host] of this.#shown)
      if (!banners.some(({ viewId }) => viewId === id)) this.#takeOff(id, host)
    for (const banner of banners) if (!this.#shown.has(banner.viewId)) this.#put(banner)
  }

  remove(): void {
    this.show([], undefined)
  }

  #takeOff(id: string, host: HTMLElement): void {
    host.remove()
    this.#shown.delete(id)
  }

  #put(banner: Banner): void {
    const { viewId, style, position, title } = banner
    const host = document.createElement('div')
    const root = host.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(bannerCss)
    root.adoptedStyleSheets = [sheet]
    host.className = 'guichet-banner'
    host.setAttribute('role', 'region')
    host.setAttribute('aria-label', title || this.#look?.says.banner || '')
    const floats = style === 'floating'
    for (const [name, value] of Object.entries({
      ...{ all: 'initial', display: 'block', 'z-index': '2147482000' },
      ...(floats
        ? { position: 'fixed', [position]: '0', left: '0', right: '0', 'pointer-events': 'none' }
        : { position: position === 'top' ? 'relative' : 'sticky', bottom: '0' }),
    }))
      host.style.setProperty(name, value, 'important')
    const bar = this.#bar(banner, host)
    bar.style.setProperty('--color', this.#look?.color ?? '')
    bar.style.setProperty('--on', this.#look?.ink ?? '')
    bar.style.setProperty('pointer-events', 'auto')
    root.append(bar)
    this.#shown.set(viewId, host)
    if (position === 'top') document.documentElement.insertBefore(host, document.body)
    else document.documentElement.append(host)
  }

  #bar({ viewId, title, words, style, dismissible, action }: Banner, host: HTMLElement): HTMLElement {
    const bar = element('div', `banner ${style}`)
    bar.dir = 'auto'
    const text = element('span', 'words')
    if (title) text.append(strong(`${title} `))
    text.append(...words.map(drawn))
    bar.append(text)
    if (action?.target) {
      const link = linkTo(action.target, action.label || action.target)
      link.className = 'act'
      link.addEventListener('click', () => this.#on(viewId, 'click'))
      bar.append(link)
    }
    const faces = (action?.reactions ?? []).map(reaction => {
      const button = element('button', 'react')
      button.textContent = reaction
      button.setAttribute('aria-pressed', 'false')
      button.addEventListener('click', () => {
        for (const each of faces) each.setAttribute('aria-pressed', String(each === button))
        this.#on(viewId, 'click', reaction)
      })
      return button
    })
    bar.append(...faces)
    if (dismissible) {
      const away = element('button', 'away')
      away.setAttribute('aria-label', this.#look?.says.dismiss ?? '')
      away.append(drawing('', CROSS))
      away.addEventListener('click', () => {
        this.#takeOff(viewId, host)
        this.#on(viewId, 'dismiss')
      })
      bar.append(away)
    }
    return bar
  }
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, look: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  made.className = look
  return made
}

function strong(text: string): HTMLElement {
  const bold = document.createElement('b')
  bold.textContent = text
  return bold
}

function linkTo(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = href
  link.target = '_blank'
  link.rel = 'noopener'
  link.textContent = text
  return link
}

const drawn = ({ text, bold, href }: Words): Node =>
  href !== undefined ? linkTo(href, text) : bold ? strong(text) : document.createTextNode(text)
