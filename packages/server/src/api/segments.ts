import { segments } from '@guichet/contract/operations/segments.ts'
import { findSegment } from '../domain/segment/index.ts'
import { listSegments, listSegmentsOfCompany, listSegmentsOfContact } from '../domain/segmentation/index.ts'
import { handlers } from './handlers.ts'

export const segmentRoutes = handlers(segments, {
  list: ({ tx, actor, query }) => listSegments(tx, actor, query),
  find: ({ tx, actor, params }) => findSegment(tx, actor, params.id),
  listForContact: ({ tx, actor, params }) => listSegmentsOfContact(tx, actor, params.contact_id),
  listForCompany: ({ tx, actor, params }) => listSegmentsOfCompany(tx, actor, params.id),
})
