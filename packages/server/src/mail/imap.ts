import { type FetchMessageObject, ImapFlow } from 'imapflow'

/** How an IMAP server is entered. */
export interface ImapAccess {
  host: string
  port: number
  /** `none` sends the password in clear. */
  security: 'tls' | 'starttls' | 'none'
  user: string
  password: string
  folder: string
}

/** A mail that lies in a folder. */
export interface LyingMail {
  uid: number
  size: number
  /** When the server got it, in seconds. */
  receivedAt: number
}

/** A folder of an IMAP server, open for reading alone: nothing in it is changed, not even what counts as seen. */
export interface OpenFolder {
  /** Where this changes, the UIDs of before mean nothing any more. */
  uidValidity: string
  /** The UID the next mail will have. */
  uidNext: number
  /** What lies there with a UID above one, the lowest first. */
  above(uid: number): Promise<LyingMail[]>
  /** A mail as it came; undefined for one that is gone. */
  fetch(uid: number): Promise<Buffer | undefined>
  /** Waits until something changes or the time is over; whether the connection still stands. */
  changed(ms: number): Promise<boolean>
  close(): void
}

const MOST_BYTES = 64 * 1024 * 1024

/** Opens a folder. `address` is where the host is, which has been checked. Throws what may be shown to whoever set it up. */
export async function openFolder(access: ImapAccess, address: string): Promise<OpenFolder> {
  const { host, port, security, user, password, folder } = access
  const client = new ImapFlow({
    ...{ host: address, port, servername: host, auth: { user, pass: password } },
    ...{ secure: security === 'tls', doSTARTTLS: security === 'starttls' },
    ...{ logger: false, disableAutoIdle: true, disableCompression: true },
    ...{ connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 120_000 },
    ...{ maxLiteralSize: MOST_BYTES, maxResponseSize: MOST_BYTES + 1024 * 1024 },
    tls: { minVersion: 'TLSv1.2' },
  })
  // Told by whatever is under way; without a listener it would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    const box = await client.mailboxOpen(folder, { readOnly: true })
    return opened(client, { uidValidity: String(box.uidValidity), uidNext: box.uidNext })
  } catch (error) {
    client.close()
    throw new ImapFault(reasonOf(error))
  }
}

/** Why a server could not be read, in words for whoever set it up. */
export class ImapFault extends Error {}

function opened(client: ImapFlow, { uidValidity, uidNext }: Pick<OpenFolder, 'uidValidity' | 'uidNext'>) {
  return {
    ...{ uidValidity, uidNext },
    async above(uid: number) {
      const query = { uid: true, size: true, internalDate: true }
      const found = await client.fetchAll(`${uid + 1}:*`, query, { uid: true })
      // "9:*" is the last mail too, where that has a lower UID.
      return found
        .filter(mail => mail.uid > uid)
        .map(lying)
        .toSorted((a, b) => a.uid - b.uid)
    },
    async fetch(uid: number) {
      const mail = await client.fetchOne(String(uid), { uid: true, source: true }, { uid: true })
      if (mail === false && !client.usable) throw new ImapFault('The connection broke')
      return mail === false ? undefined : mail.source
    },
    async changed(ms: number) {
      if (!client.usable) return false
      await changeIn(client, ms)
      return client.usable
    },
    close: () => client.close(),
  }
}

const lying = ({ uid, size, internalDate }: FetchMessageObject): LyingMail => {
  const at = internalDate === undefined ? Number.NaN : new Date(internalDate).getTime()
  return { uid, size: size ?? 0, receivedAt: Number.isNaN(at) ? 0 : Math.floor(at / 1000) }
}

/** The server says by itself what is new, where it can; else it is asked when the time is over. */
function changeIn(client: ImapFlow, ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  client.once('exists', resolve)
  client.once('close', resolve)
  client.idle().catch(() => resolve())
  return promise.finally(() => {
    clearTimeout(timer)
    client.off('exists', resolve)
    client.off('close', resolve)
  })
}

/** What the server said, else what went wrong on the way to it. */
export function reasonOf(error: unknown): string {
  const said =
    typeof error === 'object' && error !== null && 'responseText' in error ? error.responseText : undefined
  const refused =
    typeof error === 'object' &&
    error !== null &&
    'authenticationFailed' in error &&
    error.authenticationFailed
  const reason = typeof said === 'string' && said !== '' ? said : error instanceof Error ? error.message : ''
  return `${refused ? 'The server did not let us in' : 'The server could not be read'}: ${reason}`.slice(
    0,
    500,
  )
}
