import { errors, problem } from '@guichet/contract/errors.ts'
import type { MergePreviewAllowed, MergePreviewBlocked } from '@guichet/contract/models/contact-merge.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { mayReadContacts } from '../contact/index.ts'
import { attributeChanges } from './attribute-changes.ts'
import type { Merging } from './merge-contacts.ts'
import { selectCounts, selectPeople } from './preview.sql.ts'
import { reasonsAgainst } from './reasons.ts'

type MergePreview = Static<typeof MergePreviewAllowed> | Static<typeof MergePreviewBlocked>

/** What a merge would do, or why it may not be done; nothing is changed. 404 for no such contact. */
export async function previewMerge(tx: Tx, actor: Actor, input: Merging): Promise<MergePreview> {
  mayReadContacts(actor)
  const people = await selectPeople(tx, actor.workspace.id, [input.from, input.into])
  const from = people.find(({ id }) => id === input.from)
  const into = people.find(({ id }) => id === input.into)
  if (!from || !into) throw problem(errors.contactNotFound)
  const reasons = reasonsAgainst(actor, { from, into, skip: input.skip_duplicate_validation === true })
  if (reasons.length > 0) return { allowed: false, reasons }
  const attributes = attributeChanges(from, into)
  const counts = await selectCounts(tx, actor.workspace.id, { from: from.id, into: into.id })
  return {
    allowed: true,
    summary: {
      attribute_changes: { attributes, total_count: attributes.length },
      reassignments: counts,
    },
  }
}
