import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore } from './file-store.ts'

/** Keeps files in a folder, which several servers may share. */
export function localFiles(folder: string): FileStore {
  return {
    async put(workspaceId, bytes) {
      const key = `${workspaceId}-${randomBytes(24).toString('base64url')}`
      const path = placeOf(folder, key)
      await mkdir(dirname(path), { recursive: true })
      // Written whole or not at all: nobody reads half a file.
      try {
        await writeFile(`${path}.part`, bytes, { mode: 0o600 })
        await rename(`${path}.part`, path)
      } catch (error) {
        await rm(`${path}.part`, { force: true })
        throw error
      }
      return key
    },
    async open(key) {
      const size = await sizeIn(folder, key)
      return size === undefined ? undefined : { bytes: createReadStream(placeOf(folder, key)), size }
    },
    sizeOf: key => sizeIn(folder, key),
    async remove(key) {
      if (KEY.test(key)) await rm(placeOf(folder, key), { force: true })
    },
  }
}

async function sizeIn(folder: string, key: string): Promise<number | undefined> {
  const found = KEY.test(key) ? await stat(placeOf(folder, key)).catch(() => undefined) : undefined
  return found?.isFile() ? found.size : undefined
}

/** No dots and no slashes: a key never leads out of the folder. */
const KEY = /^[a-z0-9]{1,40}-[A-Za-z0-9_-]{32}$/

const placeOf = (folder: string, key: string): string =>
  join(folder, key.slice(0, key.indexOf('-')), key.slice(-2), key)
