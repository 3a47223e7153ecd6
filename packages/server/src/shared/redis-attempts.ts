import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Attempts, Kept } from '../http/retry-guard.ts'
import type { SharedRedis } from './shared-redis.ts'

/** How long an answer is kept for whom it did not reach. */
const KEPT_MS = 60_000

/** A process says this often that an attempt of its is still under way; one that died says nothing. */
const LEASE_MS = 3_000
const RENEWED_MS = 1_000
const LOOK_MS = 50

/** Only where the key still belongs to the attempt. */
const FORGET = `if redis.call('hget', KEYS[1], 'attempt') == ARGV[1] then return redis.call('del', KEYS[1]) end`

/**
 * Attempts whose callers are gone, where the other processes see them. Answers lie sealed under a key that is made of the request
 * itself, so that only who repeats the request can read them.
 */
export function redisAttempts(redis: SharedRedis): Attempts {
  const running = new Map<string, NodeJS.Timeout>()
  const stopRenewing = (attempt: string) => {
    clearInterval(running.get(attempt))
    running.delete(attempt)
  }
  return {
    get isUp() {
      return redis.isUp
    },

    async find(request) {
      const { name, seal } = namesOf(request)
      for (;;) {
        const found = await redis.ask(client => client.hmget(name, 'attempt', 'answer'))
        const [attempt, answer] = found ?? []
        if (!attempt) return undefined
        if (answer) return unsealed(attempt, answer, seal)
        await setTimeout(LOOK_MS, undefined, { ref: false })
      }
    },

    abandon(request, attempt) {
      const { name } = namesOf(request)
      const say = () =>
        redis.ask(client => client.multi().hset(name, 'attempt', attempt).pexpire(name, LEASE_MS).exec())
      running.set(attempt, setInterval(say, RENEWED_MS).unref())
      return say().then(said => said != null)
    },

    settle(request, attempt, answer) {
      stopRenewing(attempt)
      const { name, seal } = namesOf(request)
      const fields = { attempt, answer: sealed(answer, seal) }
      return redis
        .ask(client => client.multi().hset(name, fields).pexpire(name, KEPT_MS).exec())
        .then(said => said != null)
    },

    forget(request, attempt) {
      stopRenewing(attempt)
      void redis.ask(client => client.eval(FORGET, 1, namesOf(request).name, attempt))
    },
  }
}

/** The name of a request, which says nothing of the key that its answer is sealed under. */
function namesOf(request: Buffer): { name: string; seal: Buffer } {
  const digest = createHash('sha512').update(request).digest()
  return { name: `guichet:retry:${digest.subarray(0, 32).toString('base64url')}`, seal: digest.subarray(32) }
}

function sealed(answer: string, seal: Buffer): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', seal, nonce)
  const text = Buffer.concat([cipher.update(answer, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
}

function unsealed(attempt: string, answer: string, seal: Buffer): Kept {
  const bytes = Buffer.from(answer, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', seal, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
  return { attempt, answer: text.toString('utf8') }
}
