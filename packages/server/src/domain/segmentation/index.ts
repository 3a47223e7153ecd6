export { deleteSegment } from './delete-segment.ts'
export { listSegments } from './list-segments.ts'
export { saveSegment } from './save-segment.ts'
export { listSegmentsOfCompany, listSegmentsOfContact } from './segments-of.ts'
