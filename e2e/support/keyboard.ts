import type { Frame, Locator } from 'playwright-core'
import { expect, vi } from 'vitest'

/**
 * Does by keyboard what a click would do: goes to the element as Tab or the arrows of its list would, sees that it shows where one is, and
 * presses Enter, or Space where that is the key. Fails on what a keyboard does not reach. A field is gone to, no more.
 */
export async function activate(locator: Locator): Promise<void> {
  const { keyboard } = locator.page()
  let steps = 0
  await vi.waitFor(
    async () => {
      const { frame, state, kind, key, says } = await approach(locator)
      if (state === 'among' && steps++ < MOST_STEPS) await keyboard.press(key)
      if (state !== 'ready') throw new Error(`${state}: ${says}`)
      if (kind === 'field') return
      await keyboard.press(kind === 'box' ? 'Space' : 'Enter')
      // What has gone in the same moment heard nothing, and is looked for again. A page that was left has heard.
      const isHeard = await frame.evaluate<boolean>('globalThis.hasHeardKey !== false').catch(() => true)
      if (!isHeard) throw new Error(`gone: ${says}`)
    },
    { timeout: 30_000, interval: 20 },
  )
}

/** Chooses files as by keyboard, with what opens the choice: texts, or pictures where their names say so. */
export async function chooseFiles(locator: Locator, ...names: string[]): Promise<void> {
  const [chooser] = await Promise.all([locator.page().waitForEvent('filechooser'), activate(locator)])
  await chooser.setFiles(
    names.map(name =>
      name.endsWith('.png')
        ? { name, mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') }
        : { name, mimeType: 'text/plain', buffer: Buffer.from(`This is ${name}`) },
    ),
  )
}

export const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Waits till an element has the focus by itself, and is then what keys go to. */
export const focused = (locator: Locator): Promise<void> =>
  expect
    .poll(() => locator.evaluate(found => found.matches(':focus')), {
      interval: 20,
      message: `the focus comes to ${locator}`,
    })
    .toBe(true)

/** Types where the caret has come to by itself, once it is there. */
export async function typeInto(field: Locator, words: string): Promise<void> {
  await focused(field)
  await field.page().keyboard.type(words)
}

/** Picks from the searched list that has opened: types, presses Enter once what it is after is marked, and sees the list go. */
export async function pick(search: Locator, words: string): Promise<void> {
  await typeInto(search, words)
  const marked = search.page().locator('[role=option][data-highlighted]')
  await marked.filter({ hasText: words }).waitFor()
  await search.press('Enter')
  await search.waitFor({ state: 'detached' })
}

/** Sees to it that something is chosen. */
export async function choose(locator: Locator): Promise<void> {
  if (!(await locator.isChecked())) await activate(locator)
}

/** Sees to it that something is not. */
export async function unchoose(locator: Locator): Promise<void> {
  if (await locator.isChecked()) await activate(locator)
}

type Kind = 'field' | 'box' | 'control'

/** What is done at an element before a key can be pressed there. */
interface Step {
  /** Why it cannot be pressed; `moving` where the focus is on its way, `among` where the arrows lead there. */
  state: 'ready' | 'moving' | 'among' | 'disabled' | 'unreachable' | 'unseen'
  kind: Kind
  /** The arrow that leads towards it. */
  key: string
  says: string
}

/** More than any list in a story has. */
const MOST_STEPS = 60

/** Text is run in a page from outside alone, whose policy lets nothing else in: what is to be done there is put there first. */
async function approach(locator: Locator): Promise<Step & { frame: Frame }> {
  const element = await locator.elementHandle()
  const frame = await element?.ownerFrame()
  if (!element || !frame) throw new Error('what is to be pressed is in no page')
  await frame.evaluate(`globalThis.approachByKeyboard ??= ${APPROACH}`)
  const step: Step = await element.evaluate(found => Reflect.get(globalThis, 'approachByKeyboard')(found))
  return { ...step, frame }
}

/**
 * In the page: focuses what Tab stops at, and says whether it is focused and shows it. What stands in a list that has one stop for all, such
 * as a menu, is left to the arrows.
 */
const APPROACH = `async found => {
  // A page without scripts draws no frames for us, and moves nothing by itself.
  const frames = () => matchMedia('(scripting: none)').matches ? undefined :
    new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  const STOPS = 'a[href], button, input, textarea, select, summary, [contenteditable=true], [tabindex]'
  const AMONG = '[role=menuitem], [role=menuitemradio], [role=menuitemcheckbox], [role=option], [role=tab], [role=gridcell]'
  const element = found.closest(AMONG) ?? found.closest(STOPS) ?? (found.control || found.querySelector(STOPS))
  const says = (element ?? found).outerHTML.slice(0, 160)
  if (!element) return { state: 'unreachable', says }
  const type = element.getAttribute('type')
  const role = element.getAttribute('role')
  const isBox = ['checkbox', 'radio'].includes(type) || ['checkbox', 'radio', 'switch'].includes(role)
  const isField = element.isContentEditable || element.tagName === 'TEXTAREA' ||
    (element.tagName === 'INPUT' && !isBox && !['button', 'submit', 'file', 'color'].includes(type))
  const kind = isField ? 'field' : isBox ? 'box' : 'control'
  const step = (state, key = '') => ({ state, kind, says, key })
  const ready = at => {
    globalThis.hasHeardKey = matchMedia('(scripting: none)').matches ? undefined : false
    at.addEventListener('keydown', () => { globalThis.hasHeardKey = true }, { capture: true, once: true })
    return step('ready')
  }
  if (element.matches(':disabled, [aria-disabled=true]') || element.closest('[inert]')) return step('disabled')
  const root = element.getRootNode()
  if (element.matches(AMONG) && element.tabIndex < 0 || role === 'option' || role?.startsWith('menuitem')) {
    const active = root.activeElement
    const isThere = active === element || active?.getAttribute('aria-activedescendant') === element.id && element.id !== ''
    if (isThere) return ready(active)
    // The arrows go on from the stop of the list, which the focus is at once it is open.
    if (role === 'tab' && !element.parentElement.contains(active)) element.parentElement.querySelector('[role=tab][tabindex="0"]')?.focus()
    await frames()
    const list = element.closest('[role=menu], [role=listbox], [role=tablist]')
    const at = list?.querySelector('[data-highlighted]') ?? root.activeElement
    const isBehind = list?.contains(at) && element.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING
    const keys = role === 'tab' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowDown', 'ArrowUp']
    return step('among', keys[isBehind ? 1 : 0])
  }
  if (element.tabIndex < 0) return step('unreachable')
  const look = () => [element, element.parentElement, ...element.children, element.nextElementSibling].filter(Boolean)
    .map(each => { const { outline, boxShadow, borderColor, backgroundColor, opacity } = getComputedStyle(each); return [outline, boxShadow, borderColor, backgroundColor, opacity].join() }).join(';')
  const isNew = root.activeElement !== element
  const before = look()
  element.focus()
  await frames()
  if (root.activeElement !== element) return step('moving')
  const isSeen = !isNew || isField || getComputedStyle(element).outlineStyle !== 'none' || look() !== before
  return isSeen ? ready(element) : step('unseen')
}`
