import { messengerDoings } from '@guichet/contract/operations/messenger/doings.ts'
import { CONNECT, type ToFrame, type ToPage } from '../protocol/messages.ts'
import './style.css'
import { call, Refusal } from './data/api.ts'
import { showBanners, tellOfBanner } from './data/banners.ts'
import { connect } from './data/events.ts'
import { show } from './data/go.ts'
import { flush } from './data/outbox.ts'
import { begin, end, sessionNow, tell, toldSoFar } from './data/session.ts'
import { change, now } from './data/store.ts'

/**
 * The frame begins small: it is known who looks, and how much is unread. All that is to be seen is loaded when it is opened, or when
 * the browser has nothing else to do.
 */
addEventListener('message', function hello({ data, source, ports: [port] }) {
  if (data !== CONNECT || source !== parent || !port) return
  removeEventListener('message', hello)
  listen(port)
})

addEventListener('online', () => {
  change({ online: true })
  flush()
})
addEventListener('offline', () => change({ online: false }))

function listen(port: MessagePort): void {
  const say = (message: ToPage) => port.postMessage(message)
  const live = connect(say)
  /** What the page asks for is done in its order, and nothing before the boot has come to its end. */
  let before = Promise.resolve()
  port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
    if (data.do === 'pretend')
      return void import('./data/pretend.ts').then(({ pretend }) => pretend(data.as)).then(() => draw(say))
    // What is open is shown at once: everything else may wait for the server.
    if (data.do === 'visible') {
      change({ visible: data.visible })
      if (data.visible) void draw(say)
    }
    before = before.then(() => obey(data)).catch(refuse)
  }
  const refuse = (error: unknown) => {
    const known = error instanceof Refusal
    say({ tell: 'refused', why: known ? error.message || 'The server was not reached.' : String(error) })
  }
  const boot = async (
    settings: Parameters<typeof begin>[0],
    session: string | undefined,
    place: Parameters<typeof begin>[2],
  ) => {
    const { unread, ...begun } = await begin(settings, session, place)
    say({ tell: 'booted', ...begun })
    say({ tell: 'unread', count: unread })
    live.follow()
    void showBanners(say).catch(() => {})
    requestIdleCallback?.(() => void import('./panel.tsx'), { timeout: 5000 })
  }
  const obey = async (message: Exclude<ToFrame, { do: 'pretend' }>): Promise<void> => {
    if (message.do === 'boot') return boot(message.settings, sessionNow() ?? message.session, message.place)
    if (message.do === 'shutdown') {
      live.stop()
      await end()
      return say({ tell: 'ended' })
    }
    if (!now().contact) return undefined
    if (message.do === 'update') {
      const known = await tell(message.settings, message.place)
      if (known === 'another') return boot(toldSoFar(), sessionNow(), message.place)
      return live.look()
    }
    if (message.do === 'show') return show(message.show)
    if (message.do === 'visible') return live.look()
    if (message.do === 'banner') return void (await tellOfBanner(message))
    const { name, metadata } = message
    await call(messengerDoings.track, { body: { event_name: name, ...(metadata && { metadata }) } })
  }
}

let drawn: Promise<void> | undefined

function draw(say: (message: ToPage) => void): Promise<void> {
  drawn ??= import('./panel.tsx').then(({ mount }) => mount(say))
  return drawn
}
