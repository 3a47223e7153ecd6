import { createServer } from 'node:http'
import type { Frame, Page, Route } from 'playwright-core'
import { build } from 'vite'
import { afterAll, expect, test } from 'vitest'
import { startApp } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate } from './support/keyboard.ts'

const guichet = await startApp()
const { origin, id: app, api } = guichet
const browse = await startBrowser()

interface Host {
  body: string
  policy?: string
  scripts?: Record<string, string>
}

/** A shop of somebody else's, on another site than ours: what it shows is said by each test. */
let shown: Host = { body: '' }
const shop = createServer((request, response) => {
  const script = shown.scripts?.[request.url ?? '']
  response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript')
  if (shown.policy !== undefined) response.setHeader('content-security-policy', shown.policy)
  response.end(
    script ??
      `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,"><main><h1>Shop</h1>${shown.body}</main></html>`,
  )
})
const port = await new Promise<number>(listening => {
  shop.listen(0, 'localhost', () => {
    const address = shop.address()
    listening(typeof address === 'object' && address ? address.port : 0)
  })
})
const SHOP = `http://localhost:${port}/`
afterAll(() => {
  shop.closeAllConnections()
  shop.close()
})

/** Opens the shop, from which the original's own address leads to our server. */
async function host(shows: Host) {
  shown = shows
  const { page, complaints } = await browse('about:blank')
  await page.route('https://widget.intercom.io/**', passOn)
  await page.goto(SHOP)
  return { page, complaints }
}

async function passOn(route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url())
  const response = await route.fetch({ url: origin + pathname })
  await route.fulfill({ response })
}

/** What comes by way of a browser, a server and a database takes a moment where all are busy. */
const eventually = <T>(ask: () => T | Promise<T>) => expect.poll(ask)

const settings = (more: object = {}) => JSON.stringify({ app_id: app, ...more })
const byTag = (more: object = {}) =>
  `<script>window.intercomSettings = ${settings(more)}</script><script async src="${origin}/messenger.js"></script>`
const launcherOf = (page: Page) => page.getByRole('button', { name: /Open the messenger/ })

test('@intercom/messenger-js-sdk drives the messenger unchanged', async () => {
  const sdk = await bundle(`
    import Intercom, { show, showSpace, hide, onShow, onHide, onUnreadCountChange, trackEvent, getVisitorId, update, shutdown } from '@intercom/messenger-js-sdk'
    window.told = []
    Intercom({ app_id: ${JSON.stringify(app)}, user_id: 'by-sdk', name: 'Sdk Person', plan_by_sdk: 'gold' })
    onShow(() => told.push('show'))
    onHide(() => told.push('hide'))
    onUnreadCountChange(count => told.push(count))
    Object.assign(window, { sdk: { show, showSpace, hide, trackEvent, getVisitorId, update, shutdown } })
  `)
  const { page, complaints } = await host({
    body: '<script src="/sdk.js"></script>',
    scripts: { '/sdk.js': sdk },
  })
  await launcherOf(page).waitFor()
  await page.evaluate("sdk.showSpace('help')")
  await (await panelOf(page)).getByRole('searchbox').waitFor()
  await page.evaluate('sdk.hide()')
  expect(await page.evaluate('told')).toEqual([0, 'show', 'hide'])
  expect(await page.evaluate('sdk.getVisitorId()')).toBe('by-sdk')
  await page.evaluate("sdk.trackEvent('looked', { where: 'shop' })")
  const known = async () => {
    const query = { field: 'external_id', operator: '=', value: 'by-sdk' }
    return (await api.post('/contacts/search', { query })).body.data[0]
  }
  await eventually(known).toMatchObject({ name: 'Sdk Person', custom_attributes: { plan_by_sdk: 'gold' } })
  const events = async () =>
    (await api.get('/events?type=user&user_id=by-sdk')).body.events.map(
      ({ event_name, metadata }: { event_name: string; metadata: object }) => [event_name, metadata],
    )
  await eventually(events).toEqual([['looked', { where: 'shop' }]])
  await page.evaluate('sdk.shutdown()')
  await eventually(() => page.locator('#guichet-messenger').count()).toBe(0)
  expect(await page.context().cookies(SHOP)).toEqual([
    expect.objectContaining({ name: `intercom-device-id-${app}` }),
  ])
  expect(complaints).toEqual([])
})

test('react-use-intercom drives the messenger unchanged', async () => {
  const wrapper = await bundle(`
    import { createElement } from 'react'
    import { createRoot } from 'react-dom/client'
    import { IntercomProvider, useIntercom } from 'react-use-intercom'
    function Buttons() {
      const { isOpen, showNewMessage, hide, update, getVisitorId } = useIntercom()
      return createElement('div', null,
        createElement('button', { onClick: () => showNewMessage('Written for you') }, 'Write'),
        createElement('button', { onClick: () => hide() }, 'Hide'),
        createElement('button', { onClick: () => update({ name: 'React Person', customAttributes: { seats_by_react: 4 } }) }, 'Update'),
        createElement('output', null, isOpen ? 'is open' : 'is shut'))
    }
    createRoot(document.querySelector('#root')).render(
      createElement(IntercomProvider, { appId: ${JSON.stringify(app)}, autoBoot: true, autoBootProps: { userId: 'by-react' } }, createElement(Buttons)))
  `)
  const { page, complaints } = await host({
    body: '<div id="root"></div><script src="/react.js"></script>',
    scripts: { '/react.js': wrapper },
  })
  await launcherOf(page).waitFor()
  await activate(page.getByRole('button', { name: 'Write' }))
  await page.getByText('is open').waitFor()
  const panel = await panelOf(page)
  const field = panel.getByRole('textbox', { name: 'Write a message' })
  await eventually(() => field.inputValue()).toBe('Written for you')
  await page.evaluate("Intercom('hide')")
  await page.getByText('is shut').waitFor()
  await activate(page.getByRole('button', { name: 'Update' }))
  const query = { field: 'external_id', operator: '=', value: 'by-react' }
  await eventually(async () => (await api.post('/contacts/search', { query })).body.data[0]).toMatchObject({
    name: 'React Person',
    custom_attributes: { seats_by_react: 4 },
  })
  expect(complaints).toEqual([])
})

test('the published snippet queues what a page asks for before the script is there', async () => {
  const snippet = `<script>
    window.intercomSettings = ${settings()};
    (function () { var w = window, i = function () { i.c(arguments) }; i.q = []; i.c = function (args) { i.q.push(args) }; w.Intercom = i
      Intercom('onShow', function () { document.title = 'shown' })
      Intercom('boot', window.intercomSettings)
      Intercom('show')
      var s = document.createElement('script'); s.async = true; s.src = 'https://widget.intercom.io/widget/${app}'
      var x = document.getElementsByTagName('script')[0]; x.parentNode.insertBefore(s, x) })()
  </script>`
  const { page, complaints } = await host({ body: snippet })
  await eventually(() => page.title()).toBe('shown')
  await (await panelOf(page)).getByRole('heading', { level: 1 }).waitFor()
  expect(await page.evaluate('Intercom.booted')).toBe(true)
  expect(complaints).toEqual([])
})

test('the style and scripts of a hostile page do not reach into the messenger', async () => {
  const hostile = `<style>
    * { display: none !important; font: 40px serif !important; color: red !important }
    body, body *, div { transform: rotate(9deg) !important }
    body, html, main { display: block !important }
    div { opacity: 0 !important; position: static !important; visibility: hidden !important }
    iframe { width: 1px !important; height: 1px !important }
  </style><script>
    Object.prototype.surprise = 'x'
    Array.prototype.map = () => { throw new Error('hostile') }
    window.JSON = window.MessageChannel === undefined ? {} : window.JSON
  </script>`
  const { page } = await host({ body: hostile + byTag() })
  const launcher = launcherOf(page)
  // What `activate` runs in a page would not run in this one.
  await launcher.press('Enter')
  const panel = await panelOf(page)
  await panel.getByRole('heading', { level: 1 }).waitFor()
  await eventually(() => widthOf(page)).toBe(400)
  const seen = await page.evaluate<unknown>(`(() => {
    const frame = document.querySelector('#guichet-messenger').shadowRoot.querySelector('iframe')
    try { return frame.contentWindow.document.body.innerHTML } catch (error) { return error.name + ' ' + frame.contentDocument }
  })()`)
  expect(seen).toBe('SecurityError null')
  const outside = '(() => { try { return parent.document.title } catch (error) { return error.name } })()'
  expect(await panel.evaluate(outside)).toBe('SecurityError')
  expect(await panel.evaluate('getComputedStyle(document.querySelector("h1")).transform')).toBe('none')
})

test('a page under a strict content security policy needs two directives', async () => {
  const { page, complaints } = await host({
    policy: `default-src 'none'; script-src 'self' ${origin}; frame-src ${origin}; img-src data:`,
    body: `<script src="/settings.js"></script><script async src="${origin}/messenger.js"></script>`,
    scripts: { '/settings.js': `window.intercomSettings = ${settings()}` },
  })
  await activate(launcherOf(page))
  await (await panelOf(page)).getByRole('heading', { level: 1 }).waitFor()
  await eventually(() => widthOf(page)).toBe(400)
  expect(complaints).toEqual([])
})

test('a page chooses how the messenger looks and what opens it', async () => {
  const { page, complaints } = await host({
    body: `<a id="help" href="mailto:help@example.com">Help</a>${byTag({
      ...{ alignment: 'left', horizontal_padding: 60, vertical_padding: 80, z_index: 7, theme_mode: 'dark' },
      ...{ action_color: '#ffd54a', hide_default_launcher: true, custom_launcher_selector: '#help' },
    })}`,
  })
  await eventually(() => page.evaluate('window.Intercom?.("getVisitorId") ?? null')).not.toBeNull()
  expect(await launcherOf(page).count()).toBe(0)
  await activate(page.getByRole('link', { name: 'Help' }))
  const panel = await panelOf(page)
  await panel.getByRole('heading', { level: 1 }).waitFor()
  await eventually(async () => (await page.locator('#guichet-messenger iframe').boundingBox())?.x).toBe(60)
  expect(await panel.evaluate('getComputedStyle(document.body).colorScheme')).toBe('dark')
  expect(await panel.evaluate("document.documentElement.style.getPropertyValue('--on-brand')")).toBe(
    '#10181a',
  )
  expect(await page.evaluate("document.querySelector('#guichet-messenger').style.zIndex")).toBe('7')
  await activate(page.getByRole('link', { name: 'Help' }))
  await eventually(() => page.locator('#guichet-messenger iframe').isVisible()).toBe(false)
  expect(complaints).toEqual([])
})

test('who is refused has no messenger, and the console of the page says why', async () => {
  const workspace = await guichet.createWorkspace()
  await workspace.api.post('/secure_mode_secrets', { name: 'Shop', supports_web: true })
  await guichet.database.transaction(tx =>
    tx
      .updateTable('workspaces')
      .set({ identity_verification: true })
      .where('id', '=', workspace.id)
      .execute(),
  )
  const { page, complaints } = await host({ body: byTag({ app_id: workspace.id, user_id: 'claims' }) })
  await eventually(() => complaints.join('\n')).toContain(
    'Intercom: The identity of the user could not be verified',
  )
  expect(await launcherOf(page).count()).toBe(0)
})

test('a page that calls update at every turn is let through twenty times', async () => {
  const { page } = await host({ body: byTag() })
  await launcherOf(page).waitFor()
  let views = 0
  page.on('request', request => {
    if (request.url().endsWith('/messenger/api/page_views')) views += 1
  })
  await page.evaluate("for (let turn = 0; turn < 40; turn += 1) Intercom('update')")
  await eventually(() => views).toBe(20)
  await page.evaluate("Intercom('trackEvent', 'after-all')")
  await page.waitForResponse(response => response.url().endsWith('/messenger/api/events'))
  expect(views).toBe(20)
})

test('the script is sent compressed, kept for a few minutes and not sent twice, and any page may show the frame', async () => {
  const script = await fetch(`${origin}/messenger.js`, { headers: { 'accept-encoding': 'gzip' } })
  expect(script.headers.get('content-encoding')).toBe('gzip')
  expect(script.headers.get('cache-control')).toBe('public, max-age=300')
  const etag = script.headers.get('etag') ?? ''
  expect((await fetch(`${origin}/messenger.js`, { headers: { 'if-none-match': etag } })).status).toBe(304)
  const frame = await fetch(`${origin}/messenger/frame`)
  expect(frame.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors \*/)
  expect((await fetch(`${origin}/widget/..%2Fx`)).status).toBe(404)
})

/** How wide the panel is, once it has come in. */
async function widthOf(page: Page): Promise<number> {
  return Math.round((await page.locator('#guichet-messenger iframe').boundingBox())?.width ?? 0)
}

async function panelOf(page: Page): Promise<Frame> {
  const isPanel = (frame: Frame) => frame.url().endsWith('/messenger/frame')
  await eventually(() => page.frames().some(isPanel)).toBe(true)
  const panel = page.frames().findLast(isPanel)
  if (!panel) throw new Error('there is no frame')
  return panel
}

/** A script for browsers, with the packages it imports. */
async function bundle(source: string): Promise<string> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  const built = await build({
    ...{ configFile: false, logLevel: 'error', root: import.meta.dirname },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'host-page',
        resolveId: id => (id === 'virtual:page' ? id : undefined),
        load: id => (id === 'virtual:page' ? source : undefined),
      },
    ],
    build: { write: false, rollupOptions: { input: 'virtual:page', output: { format: 'iife' } } },
  })
  if (before === undefined) delete process.env['NODE_ENV']
  else process.env['NODE_ENV'] = before
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('nothing was bundled')
  return output.output[0].code
}
