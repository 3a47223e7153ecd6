import { randomFillSync } from 'node:crypto'

const ALPHABET = '0123456789abcdefghijklmnopqrstuv'
const LENGTH = 20
const pool = Buffer.allocUnsafe(LENGTH * 256)
let used = pool.length

/** A request id of 20 characters out of `[0-9a-v]`, as the API's own look. */
export function requestId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  let id = ''
  for (const end = used + LENGTH; used < end; used += 1) id += ALPHABET[(pool[used] ?? 0) & 31]
  return id
}
