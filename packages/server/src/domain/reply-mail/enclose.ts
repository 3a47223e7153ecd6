import { type FileStore, keyIn } from '../../storage/file-store.ts'
import { typeOfName } from '../../storage/media-types.ts'
import type { Actor } from '../actor.ts'
import type { MailboxRow } from '../mailbox/index.ts'
import type { StoredEnclosure } from '../outgoing/index.ts'
import type { UnmailedPart } from './reply-mail.sql.ts'

/** As much as servers usually take of one mail, where base64 makes a third more of it. */
const MOST_BYTES = 20 * 1024 * 1024

/**
 * The files that go with a mail: the pictures that its words show, then what is attached to them, as long as all fit. What does not
 * fit, and what is not with us, stays a link.
 */
export async function fittingFiles(
  files: FileStore,
  actor: Actor,
  { parts, mailbox }: { parts: UnmailedPart[]; mailbox: MailboxRow },
): Promise<StoredEnclosure[]> {
  const words = [...parts.map(({ body }) => body ?? ''), mailbox.signature]
  const wanted = [
    ...words.flatMap(picturesIn),
    ...parts
      .flatMap(({ attachments }) => attachments)
      .map(({ url, name, content_type: type }) => ({
        ...{ key: keyIn(url), name, type, cid: null },
      })),
  ]
  const fitting = new Map<string, StoredEnclosure>()
  let left = MOST_BYTES
  for (const file of wanted) {
    if (fitting.has(file.key) || !file.key.startsWith(`${actor.workspace.id}-`)) continue
    const size = await files.sizeOf(file.key)
    if (size === undefined || size > left) continue
    left -= size
    fitting.set(file.key, { ...file, size })
  }
  return [...fitting.values()]
}

const PICTURE = /(<img [^<>]*?src=")(?:https?:\/\/[^/"<>]+)?(\/attachments\/[^/"<>]+\/([^/"<>]+))"/g

function picturesIn(html: string): Omit<StoredEnclosure, 'size'>[] {
  return [...html.matchAll(PICTURE)].flatMap(([, , path = '', last = '']) => {
    const [key, name] = [keyIn(path), nameIn(last)]
    const type = typeOfName(name)
    return type.startsWith('image/') ? { key, name, type, cid: cidOf(key) } : []
  })
}

/** HTML that shows the pictures which go with it. */
export const withPictures = (html: string, files: StoredEnclosure[]): string =>
  html.replace(PICTURE, (all, before: string, path: string) => {
    const shown = files.find(({ key, cid }) => cid !== null && key === keyIn(path))
    return shown ? `${before}cid:${shown.cid}"` : all
  })

const cidOf = (key: string): string => `${key}@guichet`

const nameIn = (encoded: string): string => {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
