import type { Tx } from '../../db/database.ts'
import { objectId } from '../../db/ids.ts'
import { appendWith } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { contactCreated } from './contact.events.ts'
import { readPhone } from './contact.fields.ts'
import { insertContact } from './contact.sql.ts'
import { readEmail } from './email.ts'

/** Makes a lead for somebody who writes in; any number of them may share an address. Returns its id. */
export async function createLead(
  tx: Tx,
  actor: Actor,
  { email, name, phone }: Partial<Record<'email' | 'name' | 'phone', string | null | undefined>>,
): Promise<string> {
  const id = objectId(actor.now)
  const { now, workspace } = actor
  const lead = insertContact(tx, {
    ...{ workspace_id: workspace.id, id, role: 'lead', created_at: now, updated_at: now },
    ...{ email: readEmail(email ?? null), name: name?.slice(0, 255) ?? null },
    ...readPhone(phone ?? null),
  })
  await appendWith(tx, actor, lead, contactCreated({ id, role: 'lead' }))
  return id
}
