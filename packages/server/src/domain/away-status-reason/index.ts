export { selectMandatory as reasonIsMandatory } from './away-status-reason.sql.ts'
export { listAwayStatusReasons, type ReasonRef, requireReason } from './away-status-reason.ts'
export {
  createReason,
  findReasonRules,
  orderReasons,
  setReasonRules,
  updateReason,
} from './set-reasons.ts'
