import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import {
  addContacts,
  type ContactDraft,
  changeContacts,
  claimsIdentity,
  contactReader,
  holdContactsNamed,
  type StoredContact,
} from '../contact/index.ts'
import { withoutRoom } from '../membership/index.ts'
import { Found, type Numbered } from './found.ts'
import { importOne } from './import-one.ts'
import { joinCompanies } from './join-companies.ts'
import { type ContactRow, type Reading, readContactRow } from './read-row.ts'
import { difference, stateOfContact } from './state.ts'

/** A row that could be read. */
export interface Waiting extends Numbered {
  read: ContactRow
}

/**
 * Takes rows of contacts by the rules of the API, many in a statement. Rows about the same person are taken one after another, and
 * what is not plain (an identity that moves, a visitor who has it) is taken by itself, as a request would be.
 */
export async function importContacts(
  tx: Tx,
  actor: Actor,
  reading: Reading,
  rows: Numbered[],
): Promise<Found> {
  const found = new Found()
  const draftOf = contactReader(tx, actor, reading.attributes)
  let waiting: Waiting[] = []
  for (const row of rows) {
    const read = await found.attempt(row, () => readContactRow(reading, row.cells))
    if (read) waiting.push({ ...row, read })
  }
  while (waiting.length > 0) {
    const { first, rest } = apart(waiting)
    const sorted = await sortRows(tx, actor, { rows: first, found, draftOf })
    await takeMany(tx, actor, { ...sorted, found, role: reading.role })
    for (const row of sorted.alone) await importOne(tx, actor, { row, found, reading })
    waiting = [...sorted.later, ...rest]
  }
  return found
}

/** Those whose names none before them has, and the rest. */
function apart(waiting: Waiting[]): { first: Waiting[]; rest: Waiting[] } {
  const seen = new Set<string>()
  const { first = [], rest = [] } = Object.groupBy(waiting, ({ read }) => {
    const names = namesOf(read)
    const isSeen = names.some(name => seen.has(name))
    for (const name of names) seen.add(name)
    return isSeen ? 'rest' : 'first'
  })
  return { first, rest }
}

const namesOf = ({ request: { external_id, email } }: ContactRow): string[] => [
  ...(external_id == null ? [] : [`id ${external_id}`]),
  ...(email == null ? [] : [`email ${email.toLowerCase()}`]),
]

interface Drafted extends Waiting {
  draft: ContactDraft
}

interface Sorted {
  fresh: Drafted[]
  known: (Drafted & { before: StoredContact })[]
  alone: Waiting[]
  later: Waiting[]
}

/** Whom each row is about: somebody new, somebody known, or somebody to be taken by themselves. */
async function sortRows(
  tx: Tx,
  actor: Actor,
  of: { rows: Waiting[]; found: Found; draftOf: ReturnType<typeof contactReader> },
): Promise<Sorted> {
  const stored = await holdContactsNamed(tx, actor, {
    externalIds: of.rows.flatMap(({ read }) => read.request.external_id ?? []),
    emails: of.rows.flatMap(({ read }) => read.request.email ?? []),
  })
  const joins = of.rows.some(({ read }) => read.company !== undefined)
  const full = joins && stored.length > 0 ? await withoutRoom(tx, actor, stored.map(idOf)) : new Set<string>()
  const matching = matcher(stored)
  const sorted: Sorted = { fresh: [], known: [], alone: [], later: [] }
  const taken = new Set<string>()
  for (const row of of.rows) {
    const before = matching(row.read)
    if (before && taken.has(before.id)) {
      sorted.later.push(row)
      continue
    }
    const draft = await of.found.attempt(row, () => of.draftOf(row.read.request))
    if (!draft) continue
    if (before) taken.add(before.id)
    if (!before) sorted.fresh.push({ ...row, draft })
    else if (before.role === 'visitor' || full.has(before.id) || claimsIdentity({ before, draft }))
      sorted.alone.push(row)
    else sorted.known.push({ ...row, draft, before })
  }
  return sorted
}

const idOf = ({ id }: { id: string }): string => id

/** Finds somebody by their id, or else by their address: a user before a lead before a visitor, then the one made first. */
function matcher(stored: StoredContact[]): (read: ContactRow) => StoredContact | undefined {
  const ranked = stored.toSorted(
    (a, b) => RANKS[a.role] - RANKS[b.role] || a.created_at - b.created_at || (a.id < b.id ? -1 : 1),
  )
  const byId = new Map(ranked.toReversed().map(row => [row.external_id, row]))
  const byEmail = new Map(ranked.toReversed().map(row => [row.email, row]))
  return ({ request: { external_id, email } }) =>
    (external_id == null ? undefined : byId.get(external_id)) ??
    (email == null ? undefined : byEmail.get(email.trim().toLowerCase()))
}

const RANKS = { user: 0, lead: 1, visitor: 2 }

/** Makes those who are new, changes those who are known, and puts both in their companies. */
async function takeMany(
  tx: Tx,
  actor: Actor,
  { fresh, known, found, role }: Sorted & { found: Found; role: Reading['role'] },
): Promise<void> {
  const joining: Parameters<typeof joinCompanies>[2]['joining'] = []
  const made = await addContacts(tx, actor, { role, drafts: fresh.map(({ draft }) => draft) })
  for (const [at, row] of fresh.entries()) {
    const contact = made[at]
    if (contact === undefined || contact instanceof Error) {
      found.reject(row, contact)
      continue
    }
    found.count(contact.id, true)
    const { id } = contact
    found.touch({ ...NOTHING, type: 'contact', id, before: null, after: stateOfContact(contact) })
    joining.push({ contact, company: row.read.company })
  }
  const changed = new Map((await changeContacts(tx, actor, known)).map(row => [row.id, row]))
  for (const { before, read } of known) {
    const contact = changed.get(before.id)
    if (!contact) continue
    const { id } = contact
    found.count(id, false)
    const different = difference(stateOfContact(before), stateOfContact(contact))
    found.touch({ ...NOTHING, type: 'contact', id, ...different })
    joining.push({ contact, company: read.company })
  }
  await joinCompanies(tx, actor, { joining, found })
}

const NOTHING = { companies: [], tagged: false }
