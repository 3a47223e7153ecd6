import type { PartAttachment } from '@guichet/contract/models/part-attachment.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Actor } from '../actor.ts'

/** A file of a message as it is kept. `url` is whole, or begins with `/` where the file is with us. */
export interface Attachment {
  name: string
  url: string
  content_type: string
  filesize: number
  width: number | null
  height: number | null
  /** Of a file that is named by its address: whether it is yet to be fetched, or could not be, and why. */
  fetch?: 'pending' | 'failed'
  fault?: string
}

/** A file as answers show it, at an address the world reaches. */
export const viewAttachment = (actor: Actor, file: Attachment): Static<typeof PartAttachment> => ({
  type: 'upload',
  name: file.name,
  url: file.url.startsWith('/') ? actor.origin + file.url : file.url,
  content_type: file.content_type,
  filesize: file.filesize,
  width: file.width,
  height: file.height,
})
