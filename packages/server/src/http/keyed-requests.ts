import { createHash } from 'node:crypto'
import { invalid, problem } from '@guichet/contract/errors.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Tx } from '../db/database.ts'
import type { Actor } from '../domain/actor.ts'
import { claimKey, readKey, settleKey } from '../domain/keyed-request/index.ts'

/**
 * Runs a write under the caller's `Idempotency-Key`, in the write's own transaction: the first request with a key
 * keeps its answer beside what it wrote, and every later one gets that answer, marked `idempotent-replayed`. A second
 * request waits for a first that is still running. 409 when the key was used for another request.
 */
export async function underKey(
  tx: Tx,
  { request, reply, actor }: { request: FastifyRequest; reply: FastifyReply; actor: Actor },
  work: () => Promise<string>,
): Promise<string> {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key === '') return work()
  if (key.length > LONGEST_KEY) throw invalid(`Idempotency-Key must have at most ${LONGEST_KEY} characters`)
  const claim = {
    workspaceId: actor.workspace.id,
    appId: actor.appId,
    key,
    requestHash: fingerprint(request, actor),
  }
  if (await claimKey(tx, { ...claim, now: actor.now })) {
    const body = await work()
    await settleKey(tx, { ...claim, body })
    return body
  }
  const kept = await readKey(tx, claim)
  if (!kept?.requestHash.equals(claim.requestHash) || kept.body === null) throw problem(REUSED)
  reply.header('idempotent-replayed', 'true')
  return kept.body
}

const LONGEST_KEY = 255

const REUSED = { status: 409, code: 'conflict', message: 'This Idempotency-Key was used for another request' }

function fingerprint(request: FastifyRequest, actor: Actor): Buffer {
  return (
    createHash('sha256')
      .update(`${actor.version} ${request.method} ${request.url}\n`)
      // What one teammate sent is no other's to have answered again.
      .update(actor.session ? `account ${actor.session.accountId}\n` : '')
      .update(JSON.stringify(request.body) ?? '')
      .digest()
  )
}
