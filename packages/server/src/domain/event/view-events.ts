import type { DataEvent } from '@guichet/contract/models/data-event.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { findContacts } from '../contact/index.ts'
import { selectEventsOf } from './event.sql.ts'
import { viewEvent } from './event.view.ts'

export type DataEventView = Static<typeof DataEvent>

/** The events of some ids, by these ids: what is shown as the id of an event is another one. */
export async function viewEvents(tx: Tx, actor: Actor, ids: number[]): Promise<Map<number, DataEventView>> {
  const rows = await selectEventsOf(tx, actor.workspace.id, ids)
  const people = await findContacts(tx, actor, [...new Set(rows.map(row => row.contact_id))])
  const byId = new Map(people.map(person => [person.id, person]))
  return new Map(
    rows.flatMap(row => {
      const person = byId.get(row.contact_id)
      return person ? [[row.id, viewEvent(row, person)] as const] : []
    }),
  )
}
