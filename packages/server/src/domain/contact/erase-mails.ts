import type { Tx } from '../../db/database.ts'
import { keyIn } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { removeLater } from '../file-removal/index.ts'
import { eraseAddresses, eraseMails } from '../mail-thread/index.ts'
import { eraseRecipient } from '../outgoing/index.ts'
import {
  eraseFilesOf,
  selectAttachedUrls,
  selectConversationIds,
  selectIdentities,
  selectMailIds,
} from './erase-mails.sql.ts'

/**
 * Forgets the mails of a contact that is deleted for good, in and out, as they came and what is told of them, and the files that the
 * contact attached to anything. Of an address that is another contact's too, only what is this one's. The words of conversations stay.
 */
export async function eraseMailsOf(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { id: workspaceId } = actor.workspace
  const erased = await selectIdentities(tx, workspaceId, id)
  const { contactIds, addresses } = erased
  const conversationIds = await selectConversationIds(tx, workspaceId, contactIds)
  if (conversationIds.length > 0) {
    const theirs = { contactIds, conversationIds }
    const files = await selectAttachedUrls(tx, workspaceId, theirs)
    await removeLater(tx, workspaceId, files.map(keyIn))
    const ids = await selectMailIds(tx, workspaceId, theirs)
    await eraseMails(tx, workspaceId, { ids, senders: addresses })
    await eraseFilesOf(tx, workspaceId, theirs)
    await eraseAddresses(tx, workspaceId, { conversationIds, addresses })
  } else if (addresses.length > 0) await eraseMails(tx, workspaceId, { ids: [], senders: addresses })
  await eraseRecipient(tx, actor, erased)
}
