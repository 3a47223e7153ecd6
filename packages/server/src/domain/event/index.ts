export { listEvents } from './list-events.ts'
export { recordSummaries } from './record-summaries.ts'
export { submitEvent } from './submit-event.ts'
export { type DataEventView, viewEvents } from './view-events.ts'
