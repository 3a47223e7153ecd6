export { distributeDue } from './distribute.ts'
export { DISTRIBUTION_CHANNEL } from './distribution.sql.ts'
export { planDistribution } from './plan-distribution.ts'
export { runAssignmentRules } from './run-rules.ts'
