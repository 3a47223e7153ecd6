import type { StreamAnswer, StreamSink } from '@guichet/contract/operation.ts'

export type Sink = StreamSink
export type Streamer = StreamAnswer

/** A frame of server-sent events, as bytes: it is written down once, whoever hears it. What has an id can be resumed behind it. */
export function frame(event: string, data: unknown, id?: number): Uint8Array {
  const begin = id === undefined ? '' : `id: ${id}\n`
  return Buffer.from(`${begin}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}

/** Shows that a stream is alive. */
export const HEARTBEAT: Uint8Array = Buffer.from(':\n\n')
