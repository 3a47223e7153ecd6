import { invalid } from '@guichet/contract/errors.ts'

/** The last second a JavaScript date can tell. */
const LAST_SECOND = 8_640_000_000_000

/** A moment in seconds since the epoch; 400 for what no date can tell. Milliseconds are not taken for seconds. */
export function checkSeconds(seconds: number, field: string): number {
  if (!Number.isSafeInteger(seconds) || seconds < 0 || seconds > LAST_SECOND)
    throw invalid(`${field} must be a Unix timestamp in seconds`, field)
  return seconds
}
