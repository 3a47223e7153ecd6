import type { ObjectSegments } from '@guichet/contract/models/segment.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { requireCompany, segmentsOfCompanies } from '../company/index.ts'
import { contactSearchable, requireContact } from '../contact/index.ts'
import { mayReadSegments, segmentsHolding, selectSegments, viewSegment } from '../segment/index.ts'
import { contactAmong } from './segmentation.sql.ts'

type Segments = Static<typeof ObjectSegments>

/** The segments a contact is in now. 404 for no such contact. */
export async function listSegmentsOfContact(tx: Tx, actor: Actor, contactId: string): Promise<Segments> {
  mayReadSegments(actor)
  const { id } = await requireContact(tx, actor, contactId)
  const segments = await selectSegments(tx, actor.workspace.id, ['contact', 'user'])
  const held = await segmentsHolding(
    { tx, actor },
    {
      segments,
      searchable: contactSearchable(tx, actor),
      among: contactAmong(tx, actor.workspace.id, id),
      idColumn: 'contacts.id',
    },
  )
  return { type: 'list', data: (held.get(id) ?? []).map(segment => viewSegment(segment)) }
}

/** The segments a company is in now. 404 for no such company. */
export async function listSegmentsOfCompany(tx: Tx, actor: Actor, companyId: string): Promise<Segments> {
  mayReadSegments(actor)
  const { id } = await requireCompany(tx, actor, companyId)
  const held = await segmentsOfCompanies(tx, actor, [id])
  return { type: 'list', data: (held.get(id) ?? []).map(segment => viewSegment(segment)) }
}
