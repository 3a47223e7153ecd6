import { invalid } from '@guichet/contract/errors.ts'
import type { KeptImage } from '@guichet/contract/models/knowledge.ts'
import type { KeepImageRequest } from '@guichet/contract/operations/inbox/knowledge.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { type FileStore, pathOf } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { mayWriteArticles } from '../help-center/index.ts'

const MOST_BYTES = 10 * 1024 * 1024

/** Keeps a picture that a text shows. What it is, is seen from its first bytes: 400 for anything but a picture that browsers show. */
export async function keepImage(
  files: FileStore,
  actor: Actor,
  { name, data }: Static<typeof KeepImageRequest>,
): Promise<Static<typeof KeptImage>> {
  mayWriteArticles(actor)
  if (/[^A-Za-z0-9+/=\s]/.test(data)) throw invalid('data must be encoded in base64', 'data')
  const bytes = Buffer.from(data, 'base64')
  if (bytes.length > MOST_BYTES) throw invalid('the picture is larger than 10 MB', 'data')
  const ending = endingOf(bytes)
  if (ending === undefined) throw invalid('the file is no PNG, JPEG, GIF or WebP picture', 'data')
  const key = await files.put(actor.workspace.id, bytes)
  return { type: 'image', url: actor.origin + pathOf(key, `${stemOf(name)}.${ending}`) }
}

/** In hexadecimal. */
const BEGINNINGS: [ending: string, begins: RegExp][] = [
  ['png', /^89504e470d0a1a0a/],
  ['jpg', /^ffd8ff/],
  ['gif', /^474946383[79]61/],
  ['webp', /^52494646.{8}57454250/],
]

function endingOf(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 16).toString('hex')
  return BEGINNINGS.find(([, begins]) => begins.test(head))?.[0]
}

/** What the file was called, as an address can say it. */
const stemOf = (name: string): string =>
  name
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/[^\w-]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '') || 'image'
