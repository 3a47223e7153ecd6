/** Every version the API is served at, oldest first. */
export const VERSIONS = [
  '2.7',
  '2.8',
  '2.9',
  '2.10',
  '2.11',
  '2.12',
  '2.13',
  '2.14',
  '2.15',
  '2.16',
  'Preview',
] as const

export type Version = (typeof VERSIONS)[number]

export const OLDEST: Version = '2.7'
export const NEWEST: Version = 'Preview'

/** The version of an app that never chose one: the newest that is not a preview. */
export const DEFAULT_VERSION: Version = '2.16'

/**
 * The version a header names, or undefined when there is no such version. Case does not matter, `Unstable` is
 * Preview's old name, and 2.0 to 2.6, which have no published description, are answered as the oldest that has.
 */
export function parseVersion(header: string): Version | undefined {
  const name = header.trim().toLowerCase()
  if (name === 'unstable') return NEWEST
  if (/^2\.[0-6]$/.test(name)) return OLDEST
  return VERSIONS.find(version => version.toLowerCase() === name)
}

/** Whether `version` is `other` or newer. */
export function isAtLeast(version: Version, other: Version): boolean {
  return VERSIONS.indexOf(version) >= VERSIONS.indexOf(other)
}

/** Whether something that exists from `since` through `until` (both included) exists at `version`. */
export function existsAt(version: Version, span: { since?: Version; until?: Version }): boolean {
  return isAtLeast(version, span.since ?? OLDEST) && isAtLeast(span.until ?? NEWEST, version)
}
