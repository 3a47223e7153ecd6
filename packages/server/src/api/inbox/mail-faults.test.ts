import { expect, test } from 'vitest'
import { headerOf, letter, openPostOffice, proveAddress } from '../../../test/support/post-office.ts'
import { readIncoming } from '../../domain/incoming-mail/index.ts'
import { sendOutgoing } from '../../domain/outgoing/index.ts'
import { mailDue } from '../../domain/reply-mail/index.ts'
import { sequenceEvents } from '../../events/sequence-events.ts'
import { recordOutcome } from '../../jobs/record-outcome.ts'
import { PLANNERS } from '../../jobs/sequence-events.ts'
import { readMail } from '../../mail/read-mail.ts'
import { outboxTexter } from '../../mail/texter.ts'

const office = await openPostOffice()
const { server, clock, mailer, openBranch, database } = office

/** The same numbers for the same seed. */
function dice(seed: number) {
  let state = seed
  const roll = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return {
    roll,
    pick: <T>(of: readonly T[]): T => {
      const one = of[Math.floor(roll() * of.length)]
      if (one === undefined) throw new Error('there is nothing to pick from')
      return one
    },
  }
}

const nested = (depth: number) =>
  Array.from(
    { length: depth },
    (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
  ).join('')

/** Mails as nobody should write them, by what is wrong with them. */
const HOSTILE: Record<string, () => string | Buffer> = {
  NULs: () => letter({ subject: 'a\0b', text: 'before\0after \ud800 half' }),
  'a header of a megabyte': () => letter({ headers: { 'X-Long': 'x'.repeat(1_200_000) } }),
  'ten thousand headers': () =>
    letter({ headers: Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`X-H${at}`, 'x'])) }),
  'ten thousand parts within each other': () =>
    letter({ headers: { 'Content-Type': 'multipart/mixed; boundary=b0' }, text: nested(10_000) }),
  'ten thousand parts beside each other': () =>
    letter({
      headers: { 'Content-Type': 'multipart/mixed; boundary=b' },
      text: '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(10_000),
    }),
  'tags without end': () => letter({ html: '<div>'.repeat(100_000) }),
  'a style that hides': () =>
    letter({ html: `<style>${'a{}'.repeat(10_000)}</style><p style="display:none">x</p>` }),
  'a charset that lies': () =>
    Buffer.concat([
      Buffer.from(letter({ headers: { 'Content-Type': 'text/plain; charset=utf-8' } })),
      Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x80]),
    ]),
  'a charset nobody knows': () => letter({ headers: { 'Content-Type': 'text/plain; charset=x-klingon' } }),
  'a date of never': () => letter({ headers: { Date: 'Thu, 99 Zyx 99999 99:99:99 +9999' } }),
  'right to left': () => letter({ subject: '\u202eevil\u202c مرحبا', text: 'שלום \u200f\u202e' }),
  'an encoding that is none': () =>
    letter({ headers: { 'Content-Transfer-Encoding': 'base64' }, text: '!!!! not base64 ====' }),
  'a boundary that never comes': () =>
    letter({ headers: { 'Content-Type': 'multipart/mixed; boundary="nope"' } }),
  'a name of a file that climbs': () =>
    letter({
      headers: {
        'Content-Type': 'application/zip; name="../../../etc/passwd\u0000.zip"',
        'Content-Disposition': 'attachment',
      },
    }),
  'a subject of words that are none': () => letter({ subject: '=?utf-8?b?////?= =?x?q?=ZZ?=' }),
  'scripts everywhere': () =>
    letter({
      ...{ from: '"<img src=x onerror=alert(1)>" <joe@example.com>', subject: '<script>alert(1)</script>' },
      html: '<svg onload=alert(1)><a href="javascript:alert(1)">x</a><iframe src="data:text/html,x"></iframe>',
    }),
  'a thousand recipients': () =>
    letter({ to: Array.from({ length: 1000 }, (_, at) => `p${at}@crowd.example`).join(', ') }),
}

test.each(Object.entries(HOSTILE))(
  '%s: the mail is one message, and can be read',
  async (_, write) => {
    const branch = await openBranch()
    const raw = write()
    const first = await branch.receive(raw)
    const again = await branch.receive(raw)
    expect([first.status, again.status, first.reason]).toEqual(['accepted', 'duplicate', null])
    const { body } = await branch.api.get(`/conversations/${first.conversation_id}`)
    expect(body.source.body).not.toMatch(/<script|onerror|onload|javascript:|<iframe|<svg|<style/i)
    expect(JSON.stringify(body)).not.toContain('\\u0000')
    expect(body.contacts.contacts.length).toBeLessThan(30)
    expect((await branch.owner.get(`/app/api/conversations/${first.conversation_id}/mails`)).status).toBe(200)
  },
  60_000,
)

test('whatever bytes come, reading them ends and throws nothing', async () => {
  const { roll, pick } = dice(20_261_125)
  const whole = Object.values(HOSTILE).map(write => Buffer.from(write()).subarray(0, 20_000))
  for (let round = 0; round < 150; round += 1) {
    const raw = Buffer.from(pick(whole))
    for (let change = 0; change < 1 + roll() * 20; change += 1)
      raw[Math.floor(roll() * raw.length)] = Math.floor(roll() * 256)
    const mail = await readMail(raw.subarray(Math.floor(roll() * 20), Math.floor(roll() * raw.length)))
    for (const text of [mail.subject, mail.text ?? '', mail.html ?? '', mail.messageId])
      expect(text.includes('\0') || !text.isWellFormed()).toBe(false)
  }
}, 60_000)

const SEEDS = [1, 2, 3]

test.each(SEEDS)(
  'with faults at every step nothing is lost and nothing doubled (seed %s)',
  async seed => {
    const { roll } = dice(seed)
    const branch = await openBranch()
    await proveAddress({ ...branch, server, mailOut: office.mailOut })
    const mails = Array.from({ length: 12 }, (_, at) =>
      letter({ from: `s${seed}.${at}@example.com`, subject: `Seed ${seed}, mail ${at}` }),
    )
    let faults = 0
    /** A step that breaks off now and then, before it or after it. */
    const shaky = async (step: () => Promise<unknown>) => {
      if (roll() < 0.3) return
      await step().catch((error: Error) => expect(error.message).toBe('the power is gone'))
    }
    const perhaps = async <T>(work: Promise<T>): Promise<T> => {
      const done = await work
      if (roll() >= 0.5) return done
      faults += 1
      throw new Error('the power is gone')
    }
    const dying = {
      ...database,
      transaction: <T>(work: Parameters<typeof database.transaction<T>>[0], now?: number) =>
        database.transaction<T>(tx => perhaps(work(tx)), now),
    }
    const posted = mails.flatMap(raw => (roll() < 0.5 ? [raw, raw] : [raw])).toSorted(() => roll() - 0.5)
    for (const raw of posted) expect((await branch.post(raw)).status).toBe(202)
    const { files, secrets, origin } = office
    for (let round = 0; round < 60; round += 1) {
      await shaky(() => readIncoming({ database: dying, files, secrets, origin, now: clock.now() }))
      clock.advance(31)
    }
    // Whoever was tried too often waits for somebody: nothing of it is lost.
    for (const { id } of (await branch.owner.get('/app/api/incoming_mails?status=failed')).body.data)
      await branch.owner.post(`/app/api/incoming_mails/${id}/again`)
    await office.read()
    const { conversations } = (await branch.api.get('/conversations?per_page=150')).body
    const subjects = conversations.map(({ source }: { source: { subject: string } }) => source.subject)
    expect(subjects.toSorted()).toEqual(mails.map(raw => headerOf(raw, 'Subject')).toSorted())
    for (const { id } of conversations)
      await branch.api.post(`/conversations/${id}/reply`, {
        ...{ message_type: 'comment', type: 'admin', admin_id: branch.ownerId, body: `Answer to ${id}` },
      })
    // A server that takes a mail and is gone before it says so.
    const forgetful = {
      ...mailer,
      async hand(mail: Parameters<typeof mailer.hand>[0]) {
        const taken = await mailer.hand(mail)
        return roll() < 0.3 ? { outcome: 'refused' as const, reason: 'timeout', forGood: false } : taken
      },
    }
    for (let round = 0; round < 60; round += 1) {
      await shaky(() => sequenceEvents({ database, planners: PLANNERS }))
      await shaky(() => mailDue({ database: dying, secrets, files, origin, now: clock.now() }))
      const sending = { database, files, texter: outboxTexter, now: clock.now(), onTold: recordOutcome }
      await shaky(() => sendOutgoing({ ...sending, mailer: forgetful }))
      clock.advance(3600)
    }
    await office.mailOut()
    expect(faults).toBeGreaterThan(8)
    const sent = server.taken.filter(({ to }) => to.some(address => address.startsWith(`s${seed}.`)))
    const ids = new Map(sent.map(({ raw, to }) => [headerOf(raw, 'Message-ID'), to.join()]))
    expect(ids.size).toBe(12)
    expect(new Set(ids.values()).size).toBe(12)
    for (const { id } of conversations) {
      const { body } = await branch.owner.get(`/app/api/conversations/${id}/mails`)
      const out = body.data.filter(({ direction }: { direction: string }) => direction === 'out')
      expect(out.map((mail: { deliveries: { status: string }[] }) => mail.deliveries[0]?.status)).toEqual([
        'sent',
      ])
    }
  },
  120_000,
)
