import type { StreamAnswer } from '@guichet/contract/operation.ts'
import type { FastifyReply } from 'fastify'

/** A reader for whom this many bytes wait does not keep up. */
const MOST_BEHIND = 1024 * 1024

/**
 * Answers with server-sent events. Many are open at once, so the bytes go to the connection with nothing in between: the body ends
 * where the connection does, and no chunks are wrapped around frames. What is held for as long as a stream lasts is its connection,
 * and not what it was asked with.
 */
export function sendStream(
  reply: FastifyReply,
  answer: unknown,
  isWelcome: () => Promise<boolean>,
): FastifyReply {
  if (!isStream(answer)) throw new Error('a stream was not answered with one')
  const { raw } = reply
  const { socket } = raw
  reply.hijack()
  if (!socket) return reply
  raw.removeHeader('transfer-encoding')
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    connection: 'close',
  })
  raw.flushHeaders()
  raw.on('error', () => {})
  answer({
    write: frame => {
      if (socket.writable) socket.write(frame)
    },
    isBehind: () => socket.writableLength > MOST_BEHIND,
    isWelcome,
    end: () => {
      raw.end()
    },
    onClose: closed => {
      if (socket.destroyed) closed()
      else socket.once('close', closed)
    },
  })
  return reply
}

const isStream = (answer: unknown): answer is StreamAnswer => typeof answer === 'function'
