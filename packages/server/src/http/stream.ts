import type { StreamAnswer } from '@guichet/contract/operation.ts'
import type { FastifyReply } from 'fastify'

/** A reader for whom this many bytes wait does not keep up. */
const MOST_BEHIND = 1024 * 1024

/** Answers with server-sent events. The connection is written to without anything between, for many are open at once. */
export function sendStream(
  reply: FastifyReply,
  answer: unknown,
  isWelcome: () => Promise<boolean>,
): FastifyReply {
  if (!isStream(answer)) throw new Error('a stream was not answered with one')
  const { raw } = reply
  reply.hijack()
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  })
  raw.flushHeaders()
  raw.on('error', () => {})
  answer({
    write: frame => {
      raw.write(frame)
    },
    isBehind: () => raw.writableLength > MOST_BEHIND,
    isWelcome,
    end: () => {
      raw.end()
    },
    onClose: closed => {
      raw.once('close', closed)
    },
  })
  return reply
}

const isStream = (answer: unknown): answer is StreamAnswer => typeof answer === 'function'
