import { expect, test } from 'vitest'
import { runImports } from '../packages/server/src/domain/csv-import/index.ts'
import { letter, openPostOffice } from '../packages/server/test/support/post-office.ts'
import { startApp, teammate } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate } from './support/keyboard.ts'
import { go, looks, nameOf, readsWell } from './support/look.ts'

const office = await openPostOffice(startApp)
const { guichet, origin, database, files, clock } = office
const { look: own } = await teammate(guichet, 'owner')
const browse = await startBrowser()
const visit: typeof browse = (url, look) => browse(url, { ...own, ...look })
/** A conversation that came by mail and was answered. */
async function mailed(): Promise<string> {
  const { page } = await visit(`${origin}/app/settings/email`)
  await page.getByRole('textbox', { name: 'Address' }).fill('support@garden.example')
  await activate(page.getByRole('combobox', { name: 'How its mails come in' }))
  await activate(page.getByRole('option', { name: /HTTP/ }))
  await activate(page.getByRole('button', { name: 'Add an address' }))
  const address = (await page.locator('code').last().textContent()) ?? ''
  const text = 'My spade broke.\r\n\r\nOn 24 Nov 2026, at 10:00, Garden wrote:\r\n> Your order has left'
  const body = letter({ from: 'Inès Caron <ines@garden.example>', subject: 'A broken spade', text })
  const taken = await fetch(address, { method: 'POST', headers: { 'content-type': 'message/rfc822' }, body })
  expect(taken.status).toBe(202)
  await office.read()
  const { conversations } = (await guichet.api.get('/conversations')).body
  const [{ id }] = conversations
  await guichet.api.post(`/conversations/${id}/reply`, {
    ...{
      message_type: 'comment',
      type: 'admin',
      admin_id: guichet.ownerId,
      body: 'A new one is on its way.',
    },
  })
  await office.mailOut()
  await page.context().close()
  return id
}

const id = await mailed()

test('a mail is read in the inbox with what it quotes, and its answer says that it was mailed', async () => {
  const { page, complaints } = await visit(`${origin}/app/conversations/${id}`)
  await page.getByText('My spade broke.').first().waitFor()
  await page.getByText('Mailed to ines@garden.example').waitFor()
  expect(await page.getByText('Your order has left').count()).toBe(0)
  const quoted = page.getByRole('button', { name: 'Quoted text' })
  await quoted.focus()
  await page.keyboard.press('Enter')
  await page.getByText('Your order has left').waitFor()
  expect(complaints).toEqual([])
})

test('what came is told with what became of it, and the way to its conversation', async () => {
  const { page, complaints } = await visit(`${origin}/app/settings/email`)
  const came = page.getByRole('list', { name: 'What came' })
  await came.getByText('Taken').first().waitFor()
  await page.getByRole('switch', { name: 'Mail what bots answer to mails' }).press('Space')
  await expect
    .poll(() => page.getByRole('switch', { name: 'Mail what bots answer to mails' }).isChecked())
    .toBe(true)
  await activate(came.getByRole('link', { name: 'A broken spade' }))
  await page.getByText('My spade broke.').first().waitFor()
  expect(complaints).toEqual([])
})

const PEOPLE =
  'ID,E-mail,Name,Seats\n1,ada@garden.example,Ada,12\n2,nobody,Bad,1\n3,bob@garden.example,Bob,4\n'

/** Where an import is told that was taken back, once one was. */
let undone = '/import/contacts'

test('a file is tried, says which row it would reject, and is taken in', async () => {
  const { page, complaints } = await visit(`${origin}/app/contacts`)
  await activate(page.getByRole('link', { name: 'Import a file' }))
  await page.getByRole('heading', { name: 'Import contacts', level: 1 }).waitFor()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    activate(page.getByLabel('Choose a file')),
  ])
  await chooser.setFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(PEOPLE) })
  await page.getByText('3 rows').waitFor()
  await activate(page.getByRole('combobox', { name: 'What Seats becomes' }))
  await activate(page.getByRole('option', { name: 'New attribute: whole number' }))
  await page.getByRole('textbox', { name: 'Tag for everybody in the file' }).fill('Garden fair')
  const run = () => runImports({ database, files, now: () => clock.now() })
  await activate(page.getByRole('button', { name: 'Try it' }))
  await page.getByText('Would be new').waitFor()
  await expect.poll(async () => (await run()) > 0 || page.getByText('Row 3').isVisible()).toBe(true)
  await page.getByText('The email address is invalid').waitFor()
  await activate(page.getByRole('button', { name: 'Import 2 rows' }))
  await page.getByText('Importing').waitFor()
  await expect.poll(async () => (await run()) > 0 || page.getByText('Imported').isVisible()).toBe(true)
  await page.getByText('Imported').waitFor()
  const [rejected] = await Promise.all([
    page.waitForEvent('download'),
    activate(page.getByRole('link', { name: 'Download the rejected rows' })),
  ])
  expect(rejected.suggestedFilename()).toMatch(/^rejected-\d+\.csv$/)
  await activate(page.getByRole('link', { name: 'See contacts' }))
  await page.getByRole('link', { name: 'Bob' }).waitFor()
  await activate(page.getByRole('link', { name: 'Import a file' }))
  await activate(
    page.getByRole('region', { name: 'Earlier imports' }).getByRole('link', { name: 'people.csv' }),
  )
  await activate(page.getByRole('button', { name: 'Undo the import' }))
  await activate(page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }))
  await page.getByText('Taking back').waitFor()
  await expect.poll(async () => (await run()) > 0 || page.getByText('Taken back').isVisible()).toBe(true)
  await page.getByText('2 are as they were before.').waitFor()
  undone = page.url().replace(`${origin}/app`, '')
  await activate(page.getByRole('link', { name: 'See contacts' }))
  await page.getByRole('link', { name: 'Inès' }).first().waitFor()
  await expect.poll(() => page.getByRole('link', { name: 'Bob' }).count()).toBe(0)
  expect(complaints).toEqual([])
})

const places = () =>
  [
    ['/settings/email', /support@garden/],
    ['/import/contacts', /CSV/],
    [undone, /Taken back|Annulé/],
    [`/conversations/${id}`, /ines@garden\.example/],
  ] as const

for (const look of looks)
  test(`the pages of mail and of files read well in ${nameOf(look)}`, async () => {
    const { page, complaints } = await visit(`${origin}/app/settings`, look)
    for (const [path, shows] of places()) {
      await go(page, `/app${path}`)
      await page.getByText(shows).filter({ visible: true }).first().waitFor()
      await readsWell(page, `${path} ${nameOf(look)}`)
    }
    expect(complaints).toEqual([])
  })
