import { savedSegments } from '@guichet/contract/operations/inbox/saved-segments.ts'
import { saveSegment } from '../../domain/segmentation/index.ts'
import { handlers } from '../handlers.ts'

export const savedSegmentRoutes = handlers(savedSegments, {
  create: ({ tx, actor, body }) => saveSegment(tx, actor, body),
})
