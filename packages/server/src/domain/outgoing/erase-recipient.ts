import type { Tx } from '../../db/database.ts'
import { blankOutgoing, type Erased, selectSentTo, updateReaders } from './erase-recipient.sql.ts'
import type { Recipients } from './outgoing.sql.ts'

/**
 * Forgets what went to somebody who is erased, and sends them nothing that waits. What others got too is theirs, and no longer says
 * that it went to this one.
 */
export async function eraseRecipient(
  tx: Tx,
  { workspace, now }: { workspace: { id: string }; now: number },
  erased: Erased,
): Promise<void> {
  const alone: number[] = []
  for (const { id, recipients, remaining } of await selectSentTo(tx, workspace.id, erased)) {
    const others = without(recipients, erased)
    const left = [...others.to, ...others.cc, ...others.bcc].map(({ address }) => address)
    const waiting = remaining?.filter(address => left.includes(address)) ?? null
    if (left.length === 0 || waiting?.length === 0) alone.push(id)
    else await updateReaders(tx, workspace.id, { id, recipients: others, remaining: waiting })
  }
  if (alone.length > 0) await blankOutgoing(tx, workspace.id, { ids: alone, now, reason: 'erased' })
}

function without({ to, cc, bcc }: Recipients, { contactIds, addresses }: Erased): Recipients {
  const stays = ({ contactId, address }: Recipients['to'][number]) =>
    !(contactIds.includes(contactId ?? '') || addresses.includes(address.toLowerCase()))
  return { to: to.filter(stays), cc: cc.filter(stays), bcc: bcc.filter(stays) }
}
