import type { ParsedMail } from 'mailparser'
import type { BounceReport, HeaderReader } from './read-mail.ts'

/**
 * What a delivery status notification tells (RFC 3464); undefined for any other mail. That something is only late is no
 * bounce, and neither is that it arrived.
 */
export function readReport(mail: ParsedMail, headers: HeaderReader): BounceReport | undefined {
  if (!/multipart\/report/i.test(headers('content-type').at(0) ?? '')) return undefined
  const part = (type: RegExp) => mail.attachments.find(({ contentType }) => type.test(contentType))
  const status = textOf(part(/^message\/(global-)?delivery-status$/i)?.content)
  if (status === '') return undefined
  const original = textOf(part(/^(message\/(rfc822|global)|text\/rfc822-headers)/i)?.content)
  return {
    messageId: /^message-id:\s*(<[^<>\s]{1,500}>)/im.exec(original)?.[1],
    recipients: status.split(/\r?\n\s*\r?\n/).flatMap(recipientIn),
  }
}

function recipientIn(block: string): BounceReport['recipients'] {
  const field = (name: string) =>
    new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(block)?.[1]?.replace(/\s+/g, ' ').trim()
  const named = field('Original-Recipient') ?? field('Final-Recipient')
  const address = named
    ?.replace(/^[^;]*;\s*/, '')
    .replace(/[<>]/g, '')
    .toLowerCase()
  const code = /\d\.\d{1,3}\.\d{1,3}/.exec(field('Status') ?? '')?.[0] ?? ''
  if (address === undefined || field('Action')?.toLowerCase() !== 'failed') return []
  const said = field('Diagnostic-Code')?.replace(/^[^;]*;\s*/, '')
  return [{ address, forGood: /^5\.1\./.test(code), reason: (said || code || 'came back').slice(0, 500) }]
}

/** A server's permanent refusal of an address (RFC 3463: 5.1.x, or the code that goes with it), not of the words. */
export const isNobodyThere = (error: string | null): boolean =>
  /^55[013][ -](?:5\.1\.\d+|(?!5\.))/.test(error ?? '')

const textOf = (content: unknown): string =>
  Buffer.isBuffer(content) ? content.subarray(0, 262_144).toString('utf8').replaceAll('\0', '') : ''
