import type { ReadMail } from './read-mail.ts'

/**
 * Whether the domain of the sender stands by a mail, in the words of one server that is believed (RFC 8601): its own header, the
 * first, for those further down anybody may have written. `unknown` where it says nothing, or nobody is believed.
 */
export function authenticationOf(mail: ReadMail, believed: string | null): 'pass' | 'fail' | 'unknown' {
  const server = believed?.trim().toLowerCase()
  if (!server || !mail.from) return 'unknown'
  const first = mail.headers('authentication-results').at(0) ?? ''
  const [id = '', ...results] = first.toLowerCase().split(';')
  if (id.trim().split(/\s/)[0] !== server) return 'unknown'
  const dmarc = results.map(each => /^\s*dmarc\s*=\s*(\w+)/.exec(each)?.[1]).find(Boolean)
  if (dmarc === 'pass') return 'pass'
  if (dmarc === 'fail') return 'fail'
  return results.some(each => isOwnSignature(each, mail)) ? 'pass' : 'unknown'
}

/** A signature of the very domain that the sender's address is of. */
function isOwnSignature(result: string, { from }: ReadMail): boolean {
  if (!/^\s*dkim\s*=\s*pass\b/.test(result)) return false
  const domain = from?.address.slice(from.address.lastIndexOf('@') + 1)
  return /header\.(?:d|i)\s*=\s*@?([\w.-]+)/.exec(result)?.[1] === domain
}
