import { afterEach, expect, test } from 'vitest'
import type { Sweep } from '../../src/jobs/sweep.ts'
import { watchMailboxes } from '../../src/jobs/watch-mailboxes.ts'
import { buildLog } from '../../src/log.ts'
import { DovecotProcess } from '../support/dovecot-process.ts'
import { type Branch, letter, openPostOffice } from '../support/post-office.ts'

const office = await openPostOffice()
const { openBranch, look, read, clock } = office
const dovecot = await DovecotProcess.start()
const watches: Sweep[] = []
afterEach(() => Promise.all(watches.splice(0).map(watch => watch.stop())))

let count = 0

/** A workspace whose address is the folder of a Dovecot that has been looked into once. */
async function openFolder() {
  count += 1
  const folder = dovecot.folderOf(`support${count}`)
  await folder.deliver(letter({ subject: 'Before' }), { at: new Date(Date.now() - 3 * 86_400_000) })
  const branch = await openBranch()
  const made = await branch.owner.post('/app/api/mailboxes', {
    ...{ address: `imap@${branch.id}.example`, intake: 'imap' },
    imap: { ...folder.access, security: 'none' },
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const id = String(made.body.id)
  const fetchNew = () => look(branch.id, id)
  expect(await fetchNew()).toBe(0)
  return { folder, branch, id, fetchNew }
}

const mailboxOf = async ({ owner }: Branch) => (await owner.get('/app/api/mailboxes')).body.data[1]

const ledgerOf = async (
  { owner }: Branch,
  id: string,
): Promise<{ status: string; conversation_id: string }[]> =>
  (await owner.get(`/app/api/incoming_mails?mailbox_id=${id}`)).body.data

/** What became conversations, once what was taken is read. */
async function subjectsOf({ api }: Branch): Promise<string[]> {
  await read()
  const { body } = await api.get('/conversations?per_page=150')
  return body.conversations.map(({ source }: { source: { subject: string } }) => source.subject).toSorted()
}

/** A process that looks after mailboxes. */
async function watch(): Promise<Sweep> {
  const sweep = watchMailboxes({ ...office, clock, log: buildLog('silent') })
  watches.push(sweep)
  // Its first round is over when whoever is looked after is left again, which is when it stops.
  void sweep.now()
  return sweep
}

test('mails are taken by their numbers, whoever has seen them, byte for byte, and the folder stays as it is', async () => {
  const { folder, branch, id, fetchNew } = await openFolder()
  const seen = letter({ subject: 'Seen', text: `ünïcödé\r\n${'x'.repeat(3_000_000)}` })
  await folder.deliver(seen, { flags: ['\\Seen', '\\Flagged'] })
  await folder.deliver(letter({ subject: 'Unseen' }))
  const before = await folder.status()
  expect(await fetchNew()).toBe(2)
  expect(await fetchNew()).toBe(0)
  expect(await folder.status()).toEqual(before)
  expect(await subjectsOf(branch)).toEqual(['Seen', 'Unseen'])
  const [, first] = await ledgerOf(branch, id)
  const path = `/app/api/conversations/${first?.conversation_id}/mails`
  const { body } = await branch.owner.get(path)
  const original = await fetch(`${office.origin}${path}/${body.data[0].id}/original`, {
    headers: branch.owner.caller,
  })
  expect(Buffer.from(await original.arrayBuffer()).equals(Buffer.from(seen))).toBe(true)
})

test('when the server numbers all mails anew, none is taken in again', async () => {
  const { folder, branch, id, fetchNew } = await openFolder()
  await folder.deliver(letter({ subject: 'One' }))
  await folder.deliver(letter({ subject: 'Two' }), { flags: ['\\Seen'] })
  expect(await fetchNew()).toBe(2)
  expect(await subjectsOf(branch)).toEqual(['One', 'Two'])
  const { uidValidity } = await folder.status()
  await dovecot.kill()
  await folder.forgetNumbers()
  await dovecot.start()
  expect((await folder.status()).uidValidity).not.toBe(uidValidity)
  await folder.deliver(letter({ subject: 'Three' }))
  await fetchNew()
  expect(await subjectsOf(branch)).toEqual(['One', 'Three', 'Two'])
  const statuses = (await ledgerOf(branch, id)).map(({ status }) => status)
  expect(statuses.toSorted()).toEqual(['accepted', 'accepted', 'accepted', 'duplicate', 'duplicate'])
  expect(await fetchNew()).toBe(0)
})

test('a server that goes away while it is listened to is found again, and nothing is lost or taken twice', async () => {
  const { folder, branch, id } = await openFolder()
  const sweep = await watch()
  await folder.deliver(letter({ subject: 'One' }))
  await expect.poll(() => subjectsOf(branch)).toEqual(['One'])
  await dovecot.kill()
  await expect
    .poll(async () => {
      void sweep.now()
      return (await mailboxOf(branch)).fault
    })
    .toContain('could not be read')
  await dovecot.start()
  await folder.deliver(letter({ subject: 'Two' }))
  clock.advance(61)
  void sweep.now()
  await expect.poll(() => subjectsOf(branch)).toEqual(['One', 'Two'])
  // Told by the server itself again, in the same breath.
  await folder.deliver(letter({ subject: 'Three' }))
  await expect.poll(() => subjectsOf(branch)).toEqual(['One', 'Three', 'Two'])
  expect((await mailboxOf(branch)).fault).toBeNull()
  expect(await ledgerOf(branch, id)).toHaveLength(3)
})

test('several who look after one folder at once take each mail once', async () => {
  const { folder, branch, id, fetchNew } = await openFolder()
  const subjects = Array.from({ length: 12 }, (_, at) => `Mail ${String(at).padStart(2, '0')}`)
  await watch()
  await watch()
  for (const subject of subjects) {
    await folder.deliver(letter({ subject }))
    await Promise.all([fetchNew(), fetchNew()])
  }
  await expect.poll(() => subjectsOf(branch)).toEqual(subjects)
  const statuses = new Set((await ledgerOf(branch, id)).map(({ status }) => status))
  expect([[...statuses], (await ledgerOf(branch, id)).length]).toEqual([['accepted'], 12])
})

test('a wrong password and a folder that is none are told in the words of the server', async () => {
  const { folder, branch, id } = await openFolder()
  const faultWith = async (imap: object) => {
    const sent = { imap: { ...folder.access, security: 'none', ...imap } }
    expect((await branch.owner.patch(`/app/api/mailboxes/${id}`, sent)).status).toBe(200)
    return (await branch.owner.post(`/app/api/mailboxes/${id}/look`)).body.fault
  }
  expect(await faultWith({ password: 'wrong' })).toContain('did not let us in')
  expect(await faultWith({ folder: 'Nowhere' })).toMatch(/could not be read: .*Mailbox doesn't exist/)
  expect(await faultWith({})).toBeNull()
})
