import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { errors, problem } from '@guichet/contract/errors.ts'
import type { FormFile } from '@guichet/contract/operation.ts'

const MOST_BYTES = 99 * 1024 * 1024

const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** The products of an uploaded file, as they are kept: one a line, in gzip. 422 for what is no JSON array of objects. */
export async function packCatalog(file: unknown): Promise<Buffer> {
  if (file === undefined || file === '') throw problem(errors.catalogMissing)
  if (!isFile(file)) throw problem(errors.catalogNotFile)
  if (file.bytes.length > MOST_BYTES) throw problem(errors.catalogTooLarge)
  const lines = readCatalog(await plainText(file.bytes)).map(item => JSON.stringify(item))
  return zip(Buffer.from(lines.join('\n')))
}

/** The products of a part that was kept. */
export async function unpackCatalog(part: Buffer): Promise<unknown[]> {
  const text = (await unzip(part)).toString('utf8')
  return text === '' ? [] : text.split('\n').map(line => JSON.parse(line))
}

/** A file may come in gzip; what it unpacks to may be no larger than one that does not. */
async function plainText(bytes: Uint8Array): Promise<string> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (!isGzip) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  const plain = await unzip(bytes, { maxOutputLength: MOST_BYTES }).catch((error: unknown) => {
    throw problem(isTooLarge(error) ? errors.catalogTooLarge : errors.catalogNotArray)
  })
  return plain.toString('utf8')
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

function readCatalog(text: string): object[] {
  const items = parse(text.replace(/^\uFEFF/, ''))
  if (!Array.isArray(items)) throw problem(errors.catalogNotArray)
  if (!items.every(isObject)) throw problem(errors.catalogItemsNotObjects)
  return items
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw problem(errors.catalogNotArray)
  }
}

const isObject = (item: unknown): item is object =>
  typeof item === 'object' && item !== null && !Array.isArray(item)

const isFile = (value: unknown): value is FormFile =>
  typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array
