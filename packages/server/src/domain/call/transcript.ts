/** What somebody said, and how many seconds into the call. */
export interface TranscriptLine {
  at: number
  speaker: string
  text: string
}

/** A transcript as it lies in the database; undefined while there is none. */
export const transcriptOf = (stored: unknown): TranscriptLine[] | undefined =>
  Array.isArray(stored) ? stored.filter(isLine) : undefined

/** A transcript as text: `[00:00:03] Teammate 1: "Hello"`. */
export const transcriptText = (lines: TranscriptLine[]): string =>
  lines.map(({ at, speaker, text }) => `[${clockTime(at)}] ${speaker}: "${text}"`).join('\n')

const clockTime = (seconds: number): string =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map(part => String(Math.floor(part)).padStart(2, '0'))
    .join(':')

const isLine = (value: unknown): value is TranscriptLine =>
  typeof value === 'object' && value !== null && 'at' in value && 'speaker' in value && 'text' in value
