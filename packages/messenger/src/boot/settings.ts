import type { PageSettings } from '../protocol/messages.ts'

/** Filled in by the server: where it is, and the workspace of `/widget/<app_id>`, nothing in `/messenger.js`. */
const ORIGIN = '__GUICHET_ORIGIN__'
const APP = '__GUICHET_APP__'

/** The origin that the messenger comes from: a page may name another one than that of its script, but not the original's. */
export function originOf({ api_base }: PageSettings): string {
  if (typeof api_base !== 'string' || !URL.canParse(api_base)) return ORIGIN
  const { origin, hostname } = new URL(api_base)
  return /(^|\.)intercom\.io$/.test(hostname) ? ORIGIN : origin
}

export const appOf = ({ app_id }: PageSettings): string => (typeof app_id === 'string' && app_id) || APP

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined

/** A number of pixels that a page asks for, within bounds. */
export function pixelsOf(value: unknown, usual: number): number {
  const number = Number(value)
  return value === undefined || value === null || Number.isNaN(number)
    ? usual
    : Math.max(20, Math.min(number, 2000))
}

/** Whether a page asks for something that is on or off; undefined where it does not say. */
export const flagOf = (value: unknown): boolean | undefined =>
  value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined
