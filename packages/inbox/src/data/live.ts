let isStreaming = false

/** Whether what others do is told as it happens. */
export function setStreaming(streaming: boolean): void {
  isStreaming = streaming
}

/** While it is told, asking is for what got lost alone. */
const every = (ms: number) => () => (isStreaming ? 60_000 : ms)

/** How what others change comes in where the stream does not bring it: by asking again. */
export const LIVE = {
  /** The conversation one reads. */
  conversation: { refetchInterval: every(4_000), refetchOnWindowFocus: true },
  /** Lists and their counts. */
  list: { refetchInterval: every(8_000), refetchOnWindowFocus: true },
} as const
