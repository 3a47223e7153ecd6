import { invalid } from '@guichet/contract/errors.ts'
import { LATEST_SECOND } from '@guichet/contract/timestamp.ts'

/** A moment of a request in seconds since the epoch; 400 for what is none. Milliseconds are not taken for seconds. */
export function checkSeconds(seconds: number, field: string): number {
  if (!Number.isSafeInteger(seconds) || seconds < 0 || seconds > LATEST_SECOND)
    throw invalid(`${field} must be a Unix timestamp in seconds`, field)
  return seconds
}
