import type { Frame, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Guichet } from '../../packages/server/test/support/guichet.ts'
import { drainEvents } from '../../packages/server/test/support/happened.ts'
import { activate } from './keyboard.ts'

/** What comes by way of a browser, a server and a database takes a moment where all are busy. */
export const eventually = <T>(ask: () => T | Promise<T>) => expect.poll(ask)

/** Opens the messenger as its reader does. */
export async function openMessenger(page: Page): Promise<Frame> {
  await activate(page.getByRole('button', { name: /Open the messenger|Ouvrir la messagerie/ }))
  const panel = await panelOf(page)
  await panel.getByRole('heading', { level: 1 }).waitFor()
  return panel
}

export async function panelOf(page: Page): Promise<Frame> {
  await eventually(() => page.frames().some(isPanel)).toBe(true)
  const panel = page.frames().findLast(isPanel)
  if (!panel) throw new Error('there is no frame')
  return panel
}

const isPanel = (frame: Frame): boolean => frame.url().endsWith('/messenger/frame')

/** Waits until nothing is loaded or moves any more. */
export async function settled(panel: Frame): Promise<void> {
  const isStill =
    "!document.querySelector('.loading') && document.getAnimations().every(each => each.playState !== 'running')"
  await eventually(() => panel.evaluate<boolean>(isStill)).toBe(true)
}

export async function write(panel: Frame, text: string): Promise<void> {
  await panel.getByRole('textbox', { name: 'Write a message' }).fill(text)
  await activate(panel.getByRole('button', { name: 'Send', exact: true }))
}

/** The conversation that began with some words. */
export async function conversationSaying({ api }: Guichet, words: string): Promise<string> {
  let id: string | undefined
  await eventually(async () => {
    const query = { field: 'source.body', operator: '~', value: words }
    id = (await api.post('/conversations/search', { query })).body.conversations[0]?.id
    return id
  }).toBeDefined()
  return id ?? ''
}

export async function close(guichet: Guichet, id: string): Promise<void> {
  const { api, ownerId } = guichet
  await api.post(`/conversations/${id}/parts`, { message_type: 'close', type: 'admin', admin_id: ownerId })
  await drainEvents(guichet)
}
