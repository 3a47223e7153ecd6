import type { StreamAnswer, StreamSink } from '@guichet/contract/operation.ts'

export type Sink = StreamSink
export type Streamer = StreamAnswer

/** A frame of server-sent events. What has an id can be resumed behind it. */
export function frame(event: string, data: unknown, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

/** Shows that a stream is alive. */
export const HEARTBEAT = ':\n\n'
