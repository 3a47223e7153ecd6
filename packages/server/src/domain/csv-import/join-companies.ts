import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { holdCompanies, type NamedCompany, saveNamedCompanies } from '../company/index.ts'
import type { StoredContact } from '../contact/index.ts'
import { attachContacts } from '../membership/index.ts'
import type { Found } from './found.ts'
import { difference, stateOfCompany } from './state.ts'

/** Puts contacts, who have room for it, in the companies of their rows; those that are not there are made. */
export async function joinCompanies(
  tx: Tx,
  actor: Actor,
  {
    joining,
    found,
  }: { joining: { contact: StoredContact; company: NamedCompany | undefined }[]; found: Found },
): Promise<void> {
  const named = joining.flatMap(({ contact, company }) => (company ? [{ contact, company }] : []))
  if (named.length === 0) return
  const ids = await saveAll(tx, actor, {
    companies: named.map(({ company }) => company),
    found,
  })
  const joined = await attachContacts(
    tx,
    actor,
    named.flatMap(({ contact, company }) => {
      const companyId = ids.get(company.company_id)
      const { id: contactId, session_count, last_request_at } = contact
      return companyId === undefined ? [] : [{ contactId, companyId, session_count, last_request_at }]
    }),
  )
  for (const { contactId, companyId } of joined) found.touchJoined(contactId, companyId)
}

/** The ids of companies by what they are called by. Of two names for one company the last is its name. */
async function saveAll(
  tx: Tx,
  actor: Actor,
  { companies, found }: { companies: NamedCompany[]; found: Found },
): Promise<Map<string, string>> {
  const last = new Map<string, NamedCompany>()
  for (const { company_id, name } of companies)
    last.set(company_id, { company_id, name: name ?? last.get(company_id)?.name ?? null })
  const before = await holdCompanies(tx, actor, { companyIds: [...last.keys()] })
  const { ids, fresh } = await saveNamedCompanies(tx, actor, [...last.values()])
  for (const id of fresh) {
    const name = [...last.values()].find(each => ids.get(each.company_id) === id)?.name ?? null
    found.touch({
      ...{ type: 'company', id, companies: [], tagged: false },
      ...{ before: null, after: { fields: { name }, attributes: {} } },
    })
  }
  for (const row of before) {
    const state = stateOfCompany(row)
    const name = last.get(row.company_id)?.name ?? row.name
    const different = difference(state, { ...state, fields: { ...state.fields, name } })
    found.touch({ type: 'company', id: row.id, ...different, companies: [], tagged: false })
  }
  return ids
}
