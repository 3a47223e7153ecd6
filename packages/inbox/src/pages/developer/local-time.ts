/** The moment that a field of date and time says, in seconds since the epoch. */
export const secondsOf = (text: string): number => Math.floor(new Date(text).getTime() / 1000)

/** A moment as a field of date and time writes it, where the reader is. */
export function fieldOf(at: number): string {
  const local = new Date(at * 1000 - new Date(at * 1000).getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}
