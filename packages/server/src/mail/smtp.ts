import { createTransport, type NodemailerError } from 'nodemailer'
import type { Handover, Mail, Mailbox, Mailer, Refusal } from './mailer.ts'

/**
 * How long one mail may take from the first word to the last: less than the sender's lease, so that no two processes hand
 * over the same mail at once.
 */
export const LONGEST_HANDOVER_MS = 120_000

/** Hands mails to the server of an `smtp://` or `smtps://` URL. `from` is the address of the installation. */
export function smtpMailer({ url, from }: { url: string; from: Mailbox }): Mailer {
  const transport = createTransport({
    url,
    ...{ connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  return {
    async hand(mail) {
      try {
        const sent = await transport.sendMail(composed(mail, from))
        return { outcome: 'sent', carrierId: mail.key, refused: (sent.rejectedErrors ?? []).map(refusal) }
      } catch (error) {
        return refusedAll(error)
      }
    },
    async check() {
      await transport.verify()
      const { hostname, port } = new URL(url)
      return port ? `${hostname}:${port}` : hostname
    },
    close: () => transport.close(),
  }
}

/** How much a mail has in bytes at least, as base64 has it. */
const sizeOf = ({ files }: Mail): number => files.reduce((sum, { size }) => sum + Math.ceil(size * 1.37), 0)

const composed = (mail: Mail, from: Mailbox) => ({
  messageId: mail.key,
  date: new Date(mail.createdAt * 1000),
  from: { name: mail.fromName || from.name || '', address: mail.fromAddress ?? from.address },
  ...(mail.replyTo && { replyTo: spelled(mail.replyTo) }),
  ...{ to: mail.to.map(spelled), cc: mail.cc.map(spelled), bcc: mail.bcc.map(spelled) },
  // The size has a server say at once that it is too much.
  envelope: { from: mail.returnPath ?? from.address, to: mail.envelope, size: sizeOf(mail) },
  ...{ subject: mail.subject, headers: mail.headers },
  ...(mail.text !== undefined && { text: mail.text }),
  ...(mail.html !== undefined && { html: mail.html }),
  attachments: mail.files.map(({ name, type, cid, bytes }) => ({
    ...{ filename: name, content: bytes, ...typed(type) },
    ...(cid === undefined ? { contentDisposition: 'attachment' as const } : { cid }),
  })),
  ...{ disableFileAccess: true, disableUrlAccess: true },
  signal: AbortSignal.timeout(LONGEST_HANDOVER_MS),
})

/** What is a mail itself would have to be sent as it is, whatever its lines are like (RFC 2046, 5.2.1). */
const typed = (type: string): { contentType: string } => ({
  contentType: /^(?!message|multipart)[\w.+-]+\/[\w.+-]+$/i.test(type) ? type : 'application/octet-stream',
})

const spelled = ({ name, address }: Mailbox) => ({ name: name ?? '', address })

function refusal(error: NodemailerError): Refusal {
  return { address: String(error.recipient ?? ''), reason: reasonOf(error), forGood: isForGood(error) }
}

function refusedAll(error: unknown): Handover {
  const failed: NodemailerError = error instanceof Error ? error : new Error(String(error))
  const tooLarge = isTooLarge(failed)
  return { outcome: 'refused', reason: reasonOf(failed), forGood: isForGood(failed), tooLarge }
}

/** The server's own limit, which it tells before, or in its words once it has all of it (RFC 3463: 5.3.4, 5.2.3). */
const isTooLarge = ({ code, responseCode, message }: NodemailerError): boolean =>
  code === 'EMESSAGE' &&
  (responseCode === undefined
    ? message.startsWith('Message size larger')
    : responseCode === 552 || /\b5\.(3\.4|2\.3)\b/.test(message))

/** What the server said, else what went wrong on the way to it. */
const reasonOf = ({ response, message }: NodemailerError): string =>
  (typeof response === 'string' && response !== '' ? response : message).slice(0, 500)

/**
 * A server's 5xx to the envelope or the content will be the same tomorrow, and so will an address that is none. A password
 * it does not take is for the operator to mend, and mails wait for that.
 */
const isForGood = ({ responseCode, code }: NodemailerError): boolean =>
  (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode === undefined || responseCode >= 500)
