import { randomBytes, randomInt, randomUUID } from 'node:crypto'

/** A 24-hex id for contacts, companies and segments: 4 bytes of epoch seconds, 8 of chance. */
export const objectId = (now: number): string =>
  Math.trunc(now).toString(16).padStart(8, '0') + randomBytes(8).toString('hex')

export const isObjectId = (id: string): boolean => /^[0-9a-f]{24}$/.test(id)

/** A decimal id as requests carry it, string or number. Undefined when it cannot be the id of anything. */
export function numericId(id: string | number): number | undefined {
  const text = String(id).trim()
  if (!/^\d{1,16}$/.test(text)) return undefined
  const value = Number(text)
  return Number.isSafeInteger(value) && value > 0 ? value : undefined
}

/** What a decimal id of a request leads to; nothing, without asking, for one that cannot be the id of anything. */
export async function byNumericId<T>(
  id: string | number,
  select: (key: number) => Promise<T | undefined>,
): Promise<T | undefined> {
  const key = numericId(id)
  return key === undefined ? undefined : select(key)
}

/** A workspace's id code, such as 'ecahpwf5'. */
export const workspaceId = (): string => pick(lettersFirst, 1) + pick(alphanumeric, 7)

/** An export job's identifier: 16 lower-case alphanumerics. */
export const exportId = (): string => pick(alphanumeric, 16)

export const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)

export const uuid = (): string => randomUUID()

const lettersFirst = 'abcdefghijklmnopqrstuvwxyz'
const alphanumeric = `${lettersFirst}0123456789`

const pick = (from: string, count: number): string =>
  Array.from({ length: count }, () => from.charAt(randomInt(from.length))).join('')
