/**
 * How what others change comes in: by asking again. Everything that has to be fresh takes its pace from here, so that a
 * stream of events can take its place.
 */
export const LIVE = {
  /** The conversation one reads. */
  conversation: { refetchInterval: 4_000, refetchOnWindowFocus: true },
  /** Lists and their counts. */
  list: { refetchInterval: 8_000, refetchOnWindowFocus: true },
} as const
