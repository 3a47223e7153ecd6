import type { Socket } from 'node:net'
import hoodiecrow from 'hoodiecrow-imap'
import { afterAll } from 'vitest'

/** A folder of a real IMAP server that mails are delivered to. */
export interface TestImap {
  host: string
  port: number
  user: string
  password: string
  deliver(raw: string | Buffer): void
  /** Gives every mail another number, as servers do after a repair. */
  renumber(): void
  /** Hangs up in the middle of the next so many mails that are fetched. */
  breakOff(times: number): void
  /** How often a mail was fetched. */
  fetched(): number
}

/** A real IMAP server of this machine. */
export async function startImapServer(): Promise<TestImap> {
  const server = hoodiecrow({
    plugins: ['ID', 'IDLE', 'UNSELECT', 'ENABLE', 'LITERALPLUS'],
    users: { support: { password: 'right' } },
    storage: { INBOX: { messages: [] }, '': {} },
  })
  const sockets = new Set<Socket>()
  let breaks = 0
  let fetched = 0
  server.server.on('connection', socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    const write = socket.write.bind(socket)
    Object.assign(socket, {
      write(data: string | Buffer, ...rest: []) {
        // The answer that holds a mail: half of it, and no more.
        if (!/^\* \d+ FETCH .*BODY\[\] \{/s.test(data.toString('latin1').slice(0, 200)))
          return write(data, ...rest)
        fetched += 1
        if (breaks === 0) return write(data, ...rest)
        breaks -= 1
        write(data.slice(0, Math.ceil(data.length / 2)))
        socket.destroy()
        return true
      },
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  afterAll(
    () =>
      new Promise<void>(done => {
        for (const socket of sockets) socket.destroy()
        server.close(done)
      }),
  )
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    ...{ host: '127.0.0.1', port, user: 'support', password: 'right' },
    deliver: raw => server.appendMessage('INBOX', [], false, Buffer.from(raw).toString('binary')),
    renumber() {
      const box = server.getMailbox('INBOX')
      box.uidvalidity += 1
      for (const mail of box.messages) mail.uid = (mail.uid ?? 0) + 100
      box.uidnext += 100
    },
    breakOff: times => {
      breaks = times
    },
    fetched: () => fetched,
  }
}
