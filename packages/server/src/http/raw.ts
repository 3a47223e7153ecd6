import { Readable } from 'node:stream'
import type { Operation, RawAnswer } from '@guichet/contract/operation.ts'
import type { FastifyReply } from 'fastify'

/** Sends what a `raw` operation answers: text or bytes under the headers it names, or headers alone. */
export function sendRaw(reply: FastifyReply, operation: Operation, answer: unknown): FastifyReply {
  if (!isRaw(answer)) throw new Error(`${operation.path} gave no raw answer`)
  reply.code(operation.status ?? 200).headers(answer.headers)
  const { body } = answer
  return reply.send(body === undefined || typeof body === 'string' ? body : Readable.from(body))
}

const isRaw = (answer: unknown): answer is RawAnswer =>
  typeof answer === 'object' && answer !== null && 'headers' in answer
