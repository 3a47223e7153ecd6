export { listAwayStatusReasons, type ReasonRef, requireReason } from './away-status-reason.ts'
