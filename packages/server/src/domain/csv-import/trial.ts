import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { holdCompanies } from '../company/index.ts'
import { holdContactsNamed, updateContact } from '../contact/index.ts'
import type { DueImport } from './csv-import.sql.ts'
import { makeAttributes } from './csv-import.ts'
import type { Found, Numbered, Touch } from './found.ts'
import { importContacts } from './import-contacts.ts'
import { importCompanies } from './import-one.ts'
import { importRows } from './import-rows.ts'
import type { Importing } from './run-imports.ts'
import { type Left, type Names, selectLeft } from './trial.sql.ts'
import { withoutRefusal } from './without-refusal.ts'

/** What some rows came to in a trial, and under which names they left whom they made or renamed. */
export interface Outcome {
  found: Found
  left: Left[]
}

/**
 * Tries some rows. A trial does all that a run does, in a transaction of its own that is undone: so that its figures are those of a
 * run, whom earlier rows have made or renamed, and these rows may mean, gets those names again before.
 */
export async function tryRows(
  on: Importing,
  due: DueImport,
  actor: Actor,
  batch: Numbered[],
): Promise<Outcome> {
  try {
    return await on.database.transaction(async tx => {
      await makeAttributes(tx, actor, due.model, due.mapping)
      const again = due.position === 0 ? new Map() : await playAgain(tx, actor, due, batch)
      const found = await importRows(tx, actor, due, batch)
      throw new Undone({ found, left: await leftBy(tx, actor, { due, found, again }) })
    }, due.now)
  } catch (error) {
    if (error instanceof Undone) return error.outcome
    throw error
  }
}

/** Thrown to have a transaction leave nothing behind but what it found. */
class Undone extends Error {
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    super('nothing of this is kept')
    this.outcome = outcome
  }
}

/** Under which id each is remembered that is made again, by the one that it has this time. */
type Again = Map<string, string>

async function playAgain(tx: Tx, actor: Actor, due: DueImport, batch: Numbered[]): Promise<Again> {
  const names = namesIn(due, batch)
  return due.model === 'contact'
    ? playContacts(tx, actor, { due, names })
    : playCompanies(tx, actor, { due, names })
}

function namesIn({ model, mapping }: DueImport, batch: Numbered[]): Names {
  const column = (name: string): string[] => {
    const at = mapping.findIndex(({ to }) => to === name)
    return batch.flatMap(({ cells }) => cells[at]?.trim() || [])
  }
  if (model === 'company') return { externalIds: column('company_id'), emails: [] }
  return { externalIds: column('external_id'), emails: column('email').map(email => email.toLowerCase()) }
}

interface Playing {
  due: DueImport
  names: Names
}

const ALONE = { attributes: new Map() }

async function playContacts(tx: Tx, actor: Actor, { due, names }: Playing): Promise<Again> {
  const left = await contactsLeft(tx, actor, { due, names })
  for (const { object_id: id, external_id, email } of left.filter(({ is_new }) => !is_new)) {
    const request = { ...(external_id !== null && { external_id }), ...(email !== null && { email }) }
    await withoutRefusal(tx, () => updateContact(tx, actor, { id, request }))
  }
  const made = left.filter(({ is_new }) => is_new)
  if (made.length === 0) return new Map()
  const reading = { ...ALONE, model: due.model, role: due.role, mapping: [EXTERNAL_ID, EMAIL] }
  const rows = made.map(({ external_id, email }, row) => ({ row, cells: [external_id ?? '', email ?? ''] }))
  await importContacts(tx, actor, reading, rows)
  const held = await holdContactsNamed(tx, actor, namesOf(made))
  return new Map(
    made.flatMap(({ object_id, ...is }) => {
      const now = held.find(row => row.external_id === is.external_id && row.email === is.email)
      return now ? [[now.id, object_id]] : []
    }),
  )
}

const EXTERNAL_ID = { to: 'external_id' } as const
const EMAIL = { to: 'email' } as const

/** Whom the trial has made or renamed of those who have some names now, or had them before it, and of those whose names these took. */
async function contactsLeft(tx: Tx, actor: Actor, { due, names }: Playing): Promise<Left[]> {
  const found = new Map<string, Left & { place: number }>()
  for (let asked = names; asked.externalIds.length + asked.emails.length > 0; ) {
    const holders = await holdContactsNamed(tx, actor, asked)
    const left = await selectLeft(tx, due, { ...asked, ids: holders.map(({ id }) => id) })
    const more = left.filter(({ object_id }) => !found.has(object_id))
    for (const each of more) found.set(each.object_id, each)
    asked = namesOf(more)
  }
  return [...found.values()].toSorted((a, b) => a.place - b.place)
}

const namesOf = (left: Left[]): Names => ({
  externalIds: left.flatMap(({ external_id }) => external_id ?? []),
  emails: left.flatMap(({ email }) => email ?? []),
})

async function playCompanies(tx: Tx, actor: Actor, { due, names }: Playing): Promise<Again> {
  const left = await selectLeft(tx, due, { ...names, ids: [] })
  const reading = { ...ALONE, model: due.model, role: due.role, mapping: [{ to: 'company_id' } as const] }
  const rows = left.map(({ external_id }, row) => ({ row, cells: [external_id ?? ''] }))
  await importCompanies(tx, actor, reading, rows)
  return new Map()
}

/** What rows made, and whom they gave other names. */
async function leftBy(
  tx: Tx,
  actor: Actor,
  { due, found, again }: { due: DueImport; found: Found; again: Again },
): Promise<Left[]> {
  const touches = found.touches.filter(({ type }) => type === due.model)
  if (due.model === 'contact') return touches.flatMap(touch => contactLeft(touch, again))
  const ids = touches.flatMap(({ id, before }) => (before === null ? [id] : []))
  const companies = ids.length === 0 ? [] : await holdCompanies(tx, actor, { ids })
  return companies.map(({ id, company_id }) => ({
    ...{ object_id: id, is_new: true, external_id: company_id, email: null },
  }))
}

function contactLeft({ id, before, after }: Touch, again: Again): Left[] {
  const [external_id, email] = [nameIn(after.fields['external_id']), nameIn(after.fields['email'])]
  if (before !== null && external_id === null && email === null) return []
  const earlier = again.get(id)
  const is_new = before === null || earlier !== undefined
  return [{ object_id: earlier ?? id, is_new, external_id, email }]
}

const nameIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)
