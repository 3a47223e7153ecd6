import type { Tx } from '../db/database.ts'
import { recordHandover } from '../domain/message/index.ts'
import type { Told } from '../domain/outgoing/index.ts'
import { recordMailed } from '../domain/reply-mail/index.ts'
import { recordSideMailed } from '../domain/side-conversation/index.ts'

/** Keeps what became of what was sent, with whatever it was sent for. */
export async function recordOutcome(tx: Tx, told: Told): Promise<void> {
  await recordHandover(tx, told)
  await recordMailed(tx, told)
  await recordSideMailed(tx, told)
}
