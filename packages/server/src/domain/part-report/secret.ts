import { createHmac, timingSafeEqual } from 'node:crypto'

/** The secret an app reports with: the HMAC-SHA256, in hex, of the workspace's id code under the app's client secret. */
export const secretOf = (clientSecret: string, workspaceId: string): string =>
  createHmac('sha256', clientSecret).update(workspaceId).digest('hex')

export function sameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
