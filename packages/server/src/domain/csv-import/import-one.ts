import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { holdCompanies, saveCompany } from '../company/index.ts'
import { createContact, findContactBy, holdContacts, updateContact } from '../contact/index.ts'
import { withoutRoom } from '../membership/index.ts'
import { Found, type Numbered } from './found.ts'
import type { Waiting } from './import-contacts.ts'
import { joinCompanies } from './join-companies.ts'
import { type Reading, readCompanyRow } from './read-row.ts'
import { difference, stateOfCompany, stateOfContact } from './state.ts'

interface One {
  found: Found
  reading: Reading
}

/** Takes one row of contacts as requests would; of one that is refused nothing is left. */
export async function importOne(
  tx: Tx,
  actor: Actor,
  { row, found, reading }: One & { row: Waiting },
): Promise<void> {
  const { request, company } = row.read
  await found.attemptAlone(tx, row, async () => {
    const known = await knownOf(tx, actor, row)
    const [before] = known ? await holdContacts(tx, actor, [known.id]) : []
    const { id } = before
      ? await updateContact(tx, actor, { id: before.id, request })
      : await createContact(tx, actor, { ...request, role: reading.role })
    const [after] = await holdContacts(tx, actor, [id])
    if (!after) throw new Error(`contact ${id} was written and cannot be read`)
    const of = new Found()
    of.touch({
      ...{ type: 'contact', id, companies: [], tagged: false },
      ...(before
        ? difference(stateOfContact(before), stateOfContact(after))
        : { before: null, after: stateOfContact(after) }),
    })
    if (company && (await withoutRoom(tx, actor, [id])).has(id)) throw problem(errors.contactCompanyLimit)
    await joinCompanies(tx, actor, { joining: [{ contact: after, company }], found: of })
    found.count(id, !before)
    for (const touch of of.touches) found.touch(touch)
  })
}

async function knownOf(tx: Tx, actor: Actor, { read: { request } }: Waiting) {
  const { external_id, email } = request
  const byId = external_id == null ? undefined : await findContactBy(tx, actor, { external_id })
  const known = byId ?? (email == null ? undefined : await findContactBy(tx, actor, { email }))
  return known?.role === 'visitor' ? undefined : known
}

/** Takes rows of companies by the rules of the API, one after another. */
export async function importCompanies(
  tx: Tx,
  actor: Actor,
  reading: Reading,
  rows: Numbered[],
): Promise<Found> {
  const found = new Found()
  for (const row of rows)
    await found.attemptAlone(tx, row, async () => {
      const request = readCompanyRow(reading, row.cells)
      const [before] = await holdCompanies(tx, actor, { companyIds: [request.company_id] })
      const { id } = await saveCompany(tx, actor, request)
      const [after] = await holdCompanies(tx, actor, { ids: [id] })
      if (!after) throw new Error(`company ${id} was written and cannot be read`)
      found.count(id, !before)
      found.touch({
        ...{ type: 'company', id, companies: [], tagged: false },
        ...(before
          ? difference(stateOfCompany(before), stateOfCompany(after))
          : { before: null, after: stateOfCompany(after) }),
      })
    })
  return found
}
