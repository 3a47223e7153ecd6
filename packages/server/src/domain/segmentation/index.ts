export { listSegments } from './list-segments.ts'
export { listSegmentsOfCompany, listSegmentsOfContact } from './segments-of.ts'
