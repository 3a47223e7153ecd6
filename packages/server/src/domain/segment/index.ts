export { mayReadSegments, mayWriteSegments } from './segment.policy.ts'
export {
  type SegmentKind,
  type SegmentRow,
  selectSegment,
  selectSegments,
} from './segment.sql.ts'
export { createSegment, findSegment } from './segment.ts'
export { type SegmentView, viewSegment } from './segment.view.ts'
export { segmentCondition, segmentsHolding, withDates } from './segment-rules.ts'
