import { randomBytes } from 'node:crypto'
import { invalid } from '@guichet/contract/errors.ts'
import type { FinCallback } from '@guichet/contract/models/fin-agent.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Egress } from '../../egress/egress.ts'
import { EgressError } from '../../egress/egress-error.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import type { Actor } from '../actor.ts'
import { deleteCallback, selectCallbackUrl, upsertCallback } from './callback.sql.ts'
import { mayTalkToFin } from './fin.policy.ts'

type CallbackView = Static<typeof FinCallback>

/** What a callback's secret is sealed for. */
export const CALLBACK_SECRET = 'fin callback'

/** Asks an address with a HEAD request whether Fin may be heard of there. 400 for one that does not answer. */
export async function probeFinCallback(actor: Actor, url: string, egress: Egress): Promise<void> {
  mayTalkToFin(actor)
  if (url.length > 2048) throw invalid('The callback URL is too long', 'url')
  await probe(egress, url)
}

/** Has an app hear of Fin at an address that has answered. Answers the secret that signs what is sent there; it is not told again. */
export async function setFinCallback(
  tx: Tx,
  actor: Actor,
  { url, secrets }: { url: string; secrets: SecretBox },
): Promise<CallbackView> {
  mayTalkToFin(actor)
  const secret = randomBytes(32).toString('hex')
  await upsertCallback(tx, actor, { url, secret: await secrets.seal(secret, CALLBACK_SECRET) })
  return { type: 'fin_callback', url, secret }
}

/** Where an app hears of Fin; no URL where it does so through streams alone. */
export async function findFinCallback(tx: Tx, actor: Actor): Promise<CallbackView> {
  mayTalkToFin(actor)
  return { type: 'fin_callback', url: (await selectCallbackUrl(tx, actor)) ?? null }
}

/** An app hears of Fin through streams alone from now on. */
export async function removeFinCallback(tx: Tx, actor: Actor): Promise<CallbackView> {
  mayTalkToFin(actor)
  await deleteCallback(tx, actor)
  return { type: 'fin_callback', url: null }
}

async function probe(egress: Egress, url: string): Promise<void> {
  const answer = await egress.fetch({ url, method: 'HEAD', timeoutMs: 5000 }).catch((error: unknown) => {
    if (error instanceof EgressError)
      throw invalid(`The callback URL did not answer: ${error.message}`, 'url')
    throw error
  })
  if (answer.status < 200 || answer.status > 299)
    throw invalid(`The callback URL answered a HEAD request with status ${answer.status}`, 'url')
}
