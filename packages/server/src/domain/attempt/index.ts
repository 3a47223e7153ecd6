export { forgetAttempts, forgiveAttempt, type Limit, limits, takeAttempt } from './attempt.ts'
