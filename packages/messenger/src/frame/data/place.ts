import type { Place } from '../../protocol/messages.ts'

let place: Place = { url: '', referrer: '' }

/** Keeps on which page the messenger is. */
export function moveTo(to: Place): void {
  place = to
}

export const pageAddress = (): string => place.url
