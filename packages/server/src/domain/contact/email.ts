import { invalid } from '@guichet/contract/errors.ts'

/** An address as it is stored and compared. */
export const normalEmail = (email: string): string => email.trim().toLowerCase()

/** Reads an address of a request; null and `""` are no address. 400 for what is none. */
export function readEmail(email: string | null): string | null {
  const normal = email === null ? '' : normalEmail(email)
  if (normal === '') return null
  if (normal.length > LONGEST || !ADDRESS.test(normal)) throw invalid('The email address is invalid', 'email')
  return normal
}

const LONGEST = 254
const ADDRESS = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/
