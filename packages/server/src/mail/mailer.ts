import type { Readable } from 'node:stream'

/** Somebody's address, and what to call them. */
export interface Mailbox {
  address: string
  name?: string | null
}

/** A file that goes with a mail, as it is read when its turn comes. */
export interface EnclosedFile {
  name: string
  type: string
  size: number
  /** By what the HTML calls a picture that it shows. */
  cid: string | undefined
  bytes: Readable
}

/** A mail as it goes out. */
export interface Mail {
  /** The `Message-ID`, the same at every attempt. */
  key: string
  /** In seconds; the `Date` of every attempt. */
  createdAt: number
  /** What the sender is called. */
  fromName: string
  /** The sender's address; the installation's own where there is none. */
  fromAddress: string | undefined
  /** Where what cannot be delivered comes back to; the installation's own address where there is none. */
  returnPath: string | undefined
  replyTo: Mailbox | undefined
  to: Mailbox[]
  cc: Mailbox[]
  bcc: Mailbox[]
  /** The addresses it is handed over for: all that it names, unless some have it already. */
  envelope: string[]
  subject: string
  html: string | undefined
  text: string | undefined
  files: EnclosedFile[]
  headers: Record<string, string>
}

/** What became of handing something over. */
export type Handover =
  /** Somebody else is answerable for it now, except towards these addresses. */
  | { outcome: 'sent'; carrierId: string | null; refused: Refusal[] }
  /** Nobody is there to take it. */
  | { outcome: 'kept' }
  /** Not taken. */
  | ({ outcome: 'refused'; tooLarge?: boolean } & Omit<Refusal, 'address'>)

export interface Refusal {
  address: string
  reason: string
  /** Whether trying again would be answered in the same way. */
  forGood: boolean
}

/** Takes mails to the world. Throws nothing: a fault of the way is a refusal that may pass. */
export interface Mailer {
  hand(mail: Mail): Promise<Handover>
  /** Says where mails go, such as `smtp.example.com:587`; throws when nobody is there. */
  check(): Promise<string>
  close(): void
}

/** Without a mail server, mails stay where they can be read. */
export const outboxMailer: Mailer = {
  hand: async () => ({ outcome: 'kept' }),
  check: async () => 'kept in the outbox: SMTP_URL is not set',
  close: () => {},
}
