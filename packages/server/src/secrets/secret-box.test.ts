import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keyInFile, keyOfPassphrase, secretBox } from './secret-box.ts'

const folder = await mkdtemp(join(tmpdir(), 'guichet-secrets-'))
afterAll(() => rm(folder, { recursive: true }))

test('a secret comes out as it went in, and is never stored the same way twice', async () => {
  const box = secretBox(async () => keyOfPassphrase('a passphrase'))
  const sealed = await box.seal('Bearer açai', 'header')
  expect(sealed).not.toContain('Bearer')
  expect(await box.seal('Bearer açai', 'header')).not.toBe(sealed)
  expect(await box.open(sealed, 'header')).toBe('Bearer açai')
})

test('a secret opens neither for another purpose nor under another key', async () => {
  const box = secretBox(async () => keyOfPassphrase('a passphrase'))
  const other = secretBox(async () => keyOfPassphrase('another'))
  const sealed = await box.seal('secret', 'header')
  await expect(box.open(sealed, 'cookie')).rejects.toThrow()
  await expect(other.open(sealed, 'header')).rejects.toThrow()
  await expect(box.open('nothing sealed', 'header')).rejects.toThrow('no sealed secret')
})

test('servers that start at once share the key in their folder', async () => {
  const path = join(folder, 'deep', 'secret.key')
  const keys = await Promise.all(Array.from({ length: 8 }, () => keyInFile(path)))
  expect(new Set(keys.map(key => key.toString('hex'))).size).toBe(1)
  expect(await readdir(join(folder, 'deep'))).toEqual(['secret.key'])
  expect((await readFile(path, 'utf8')).trim()).toBe(keys[0]?.toString('hex'))
})
