import { invalid } from '@guichet/contract/errors.ts'
import { type FileStore, keyIn, pathOf } from '../../storage/file-store.ts'
import { typeOfName } from '../../storage/media-types.ts'
import type { Actor } from '../actor.ts'
import type { Attachment } from './attachment.ts'
import { nameOfAddress, tidyName } from './fetched-file.ts'
import { imageSize } from './image-size.ts'

/** What a request attaches: addresses, or the files themselves in base64. */
export interface Attaching {
  attachment_urls?: string[] | null | undefined
  attachment_files?: { content_type: string; name: string; data: string }[] | null | undefined
}

/** The most files of one message, and the most bytes of one file. */
const MOST_FILES = 10
export const MOST_BYTES = 40 * 1024 * 1024

/** Keeps what a request attaches. Files win over addresses where both are given. 400 for too many or too large ones. */
export async function keepAttachments(
  files: FileStore,
  actor: Actor,
  { attachment_urls, attachment_files }: Attaching,
): Promise<Attachment[]> {
  for (const [name, list] of Object.entries({ attachment_urls, attachment_files })) {
    if (list && list.length > MOST_FILES)
      throw invalid(`${name} may hold at most ${MOST_FILES} entries`, name)
  }
  if (attachment_files?.length) return Promise.all(attachment_files.map(file => keepFile(files, actor, file)))
  return Promise.all((attachment_urls ?? []).map(url => fromAddress(files, actor, url)))
}

type Sent = NonNullable<Attaching['attachment_files']>[number]

async function keepFile(
  files: FileStore,
  actor: Actor,
  { content_type, name, data }: Sent,
): Promise<Attachment> {
  if (NOT_BASE64.test(data)) throw invalid('data must be encoded in base64', 'attachment_files')
  const bytes = Buffer.from(data, 'base64')
  if (bytes.length > MOST_BYTES) throw invalid('a file is too large', 'attachment_files')
  return storeFile(files, actor, { name, type: content_type, bytes })
}

/** Keeps a file that came with a message. */
export async function storeFile(
  files: FileStore,
  actor: Actor,
  { name, type, bytes }: { name: string; type: string; bytes: Buffer },
): Promise<Attachment> {
  const shortName = tidyName(name) || 'file'
  const key = await files.put(actor.workspace.id, bytes)
  return {
    name: shortName,
    url: pathOf(key, shortName),
    content_type: type.slice(0, LONGEST_TYPE),
    filesize: bytes.length,
    ...imageSize(bytes),
  }
}

/** Looks at each character once, however long the data. */
const NOT_BASE64 = /[^A-Za-z0-9+/=\s]|=[^=\s]/

/** A file that is fetched later: until then its name and type are what its address says. One of our own is here already. */
async function fromAddress(files: FileStore, actor: Actor, address: string): Promise<Attachment> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || address.length > LONGEST_ADDRESS)
    throw invalid('each of attachment_urls must be an http or https URL', 'attachment_urls')
  const name = nameOfAddress(url.href)
  const file = { name, content_type: typeOfName(name), filesize: 0, width: null, height: null }
  const here = url.origin === actor.origin ? await files.open(keyIn(url.pathname)) : undefined
  if (!here) return { ...file, url: url.href, fetch: 'pending' }
  here.bytes.destroy()
  return { ...file, url: url.pathname, filesize: here.size }
}

const LONGEST_TYPE = 255
const LONGEST_ADDRESS = 4096
