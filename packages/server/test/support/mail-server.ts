import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'

/** A mail that a server took. */
export interface TakenMail {
  from: string
  to: string[]
  /** The mail as it came, headers and all. */
  raw: string
}

/** What a server says to a command instead of taking it: such as `{ code: 550, says: 'no such user' }`. */
export interface Refusing {
  code: number
  says: string
}

/**
 * A real mail server of this machine, and what it took. It refuses the recipients that are named to it, and mails of more than `size`
 * bytes where it has such a limit, of which it tells.
 */
export async function startMailServer({ size }: { size?: number } = {}) {
  const taken: TakenMail[] = []
  const refusing: { recipients: Map<string, Refusing>; content: Refusing | undefined } = {
    recipients: new Map(),
    content: undefined,
  }
  /** Called when a mail is taken, before the client hears of it. */
  const hooks: { onTaken: (() => Promise<void>) | undefined } = { onTaken: undefined }
  const server = new SMTPServer({
    ...(size !== undefined && { size }),
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], disableReverseLookup: true },
    onAuth: ({ username, password }, _session, done) =>
      password === 'right' ? done(null, { user: username }) : done(refusal({ code: 535, says: 'no' })),
    onRcptTo({ address }, _session, done) {
      const refused = refusing.recipients.get(address)
      done(refused && refusal(refused))
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        if (refusing.content) return done(refusal(refusing.content))
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        const to = envelope.rcptTo.map(({ address }) => address)
        taken.push({ from, to, raw: Buffer.concat(chunks).toString('utf8') })
        await hooks.onTaken?.()
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  afterAll(() => new Promise<void>(done => server.close(done)))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { port, url: `smtp://127.0.0.1:${port}`, taken, refusing, hooks }
}

const refusal = ({ code, says }: Refusing): Error => Object.assign(new Error(says), { responseCode: code })
