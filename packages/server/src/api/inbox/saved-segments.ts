import { savedSegments } from '@guichet/contract/operations/inbox/saved-segments.ts'
import { deleteSegment, saveSegment } from '../../domain/segmentation/index.ts'
import { done, handlers } from '../handlers.ts'

export const savedSegmentRoutes = handlers(savedSegments, {
  create: ({ tx, actor, body }) => saveSegment(tx, actor, body),
  delete: ({ tx, actor, params }) => done(deleteSegment(tx, actor, params.id)),
})
