import type { Readable } from 'node:stream'

/** Where files that people attach are kept. A key is long and random: who has it may read the file. */
export interface FileStore {
  /** Keeps a file, given whole or as it comes in, and returns its key. Of one that breaks off nothing stays. */
  put(workspaceId: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<string>
  /** A file and its size in bytes; undefined when there is none under the key. */
  open(key: string): Promise<{ bytes: Readable; size: number } | undefined>
  /** How many bytes a file has; undefined when there is none under the key. */
  sizeOf(key: string): Promise<number | undefined>
  /** Takes a file away, where there is one under the key. */
  remove(key: string): Promise<void>
}

/** The path a kept file is served under; its name is for people and for its type. */
export const pathOf = (key: string, name: string): string => `/attachments/${key}/${encodeURIComponent(name)}`

/** The key in such a path; empty for any other path. */
export const keyIn = (path: string): string => /^\/attachments\/([^/]+)\/[^/]*$/.exec(path)?.[1] ?? ''
