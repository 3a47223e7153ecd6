declare module 'hoodiecrow-imap' {
  import type { EventEmitter } from 'node:events'
  import type { Server } from 'node:net'

  interface StoredMail {
    raw: string
    uid?: number
    internaldate?: string
  }

  interface ImapServer extends EventEmitter {
    server: Server
    listen(port: number, host: string, done: () => void): void
    close(done: () => void): void
    getMailbox(path: string): { uidvalidity: number; uidnext: number; messages: StoredMail[] }
    appendMessage(path: string, flags: string[], internaldate: string | false, raw: string | Buffer): void
    setCommandHandler(
      command: string,
      handler: (
        connection: { socket: import('node:net').Socket; server: ImapServer },
        parsed: { attributes?: { value?: string }[] },
        data: unknown,
        done: () => void,
      ) => void,
    ): void
    getCommandHandler(command: string): (...args: unknown[]) => void
  }

  export default function hoodiecrow(options: {
    plugins?: string[]
    storage?: Record<string, { messages?: StoredMail[] }>
    users?: Record<string, { password: string }>
  }): ImapServer
}
