import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Keeps secrets so that whoever reads the database alone cannot read them. */
export interface SecretBox {
  /** The text of a secret as it is stored. `purpose` has to be the same when it is opened. */
  seal(secret: string, purpose: string): Promise<string>
  /** The secret again; throws where it was sealed with another key or for another purpose. */
  open(sealed: string, purpose: string): Promise<string>
}

/** A box under a key that is got when the first secret needs it. */
export function secretBox(keyOf: () => Promise<Buffer>): SecretBox {
  let key: Promise<Buffer> | undefined
  const theKey = () => {
    key ??= keyOf()
    return key
  }
  return {
    seal: async (secret, purpose) => seal(await theKey(), secret, purpose),
    open: async (sealed, purpose) => open(await theKey(), sealed, purpose),
  }
}

/** The key that a passphrase of the environment stands for: several servers share it that way. */
export const keyOfPassphrase = (passphrase: string): Buffer =>
  createHash('sha256').update(passphrase, 'utf8').digest()

/** The key kept in a file, made with the first secret. Of several servers that make one at once, one wins. */
export async function keyInFile(path: string): Promise<Buffer> {
  const known = await readKey(path)
  if (known) return known
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  await link(draft, path).catch(unlessThere)
  await rm(draft)
  const made = await readKey(path)
  if (!made) throw new Error(`the key in ${path} is not 64 hex digits`)
  return made
}

async function readKey(path: string): Promise<Buffer | undefined> {
  const text = await readFile(path, 'utf8').catch(unlessMissing)
  return text !== undefined && /^[0-9a-f]{64}\s*$/.test(text) ? Buffer.from(text.trim(), 'hex') : undefined
}

function seal(key: Buffer, secret: string, purpose: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
  const bytes = [nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return `v1.${Buffer.concat(bytes).toString('base64url')}`
}

function open(key: Buffer, sealed: string, purpose: string): string {
  const [version, text = ''] = sealed.split('.')
  const bytes = Buffer.from(text, 'base64url')
  if (version !== 'v1' || bytes.length < 28) throw new Error('this is no sealed secret')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(-16))
  return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

function unlessThere(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error
}

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}
