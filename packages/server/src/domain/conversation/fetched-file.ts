import { basename } from 'node:path/posix'
import type { Incoming } from '../../egress/egress.ts'
import { isProgram, typeOfName } from '../../storage/media-types.ts'
import type { Attachment } from './attachment.ts'
import { imageSize } from './image-size.ts'

/** What an address answered, as a file; or why it is none that is kept. */
export function readFile({
  body,
  headers,
  url,
}: Pick<Incoming, 'body' | 'headers' | 'url'>):
  | Omit<Attachment, 'url' | 'fetch' | 'fault'>
  | { fault: string } {
  const name = nameIn(headers['content-disposition'] ?? '') || nameOfAddress(url)
  const content_type = typeIn(headers['content-type'] ?? '') ?? typeOfName(name)
  if (isProgram(name, content_type)) return { fault: 'Programs are not kept' }
  // A page for people stands where a file was: they are asked to sign in, or told that it is gone.
  if (content_type === 'text/html' && typeOfName(name) !== 'text/html')
    return { fault: 'The address leads to a page, not to a file' }
  return { name, content_type, filesize: body.length, ...imageSize(body) }
}

/** The end of an address, for people; its host where it ends in nothing. */
export function nameOfAddress(address: string): string {
  const url = new URL(address)
  return tidyName(decoded(url.pathname)) || url.hostname
}

/** The name of a file without the folders, control characters and marks of direction that could make it seem another. */
export const tidyName = (name: string): string =>
  basename(name.replaceAll('\\', '/'))
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/^\.+/, '')
    .trim()
    .slice(0, LONGEST_NAME)

const LONGEST_NAME = 255

/** The name that a `Content-Disposition` gives, the one in Unicode first; empty for none. */
function nameIn(disposition: string): string {
  const encoded = /;\s*filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(disposition)?.[1]
  const plain = /;\s*filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(disposition)
  return tidyName(encoded === undefined ? (plain?.[1] ?? plain?.[2] ?? '') : decoded(encoded))
}

/** The media type of a `Content-Type`; undefined where it says nothing. */
function typeIn(header: string): string | undefined {
  const type = header.split(';')[0]?.trim().toLowerCase() ?? ''
  return /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(type) && !SAYS_NOTHING.has(type) ? type : undefined
}

const SAYS_NOTHING = new Set(['application/octet-stream', 'binary/octet-stream', 'application/x-download'])

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
