export { enforceRetention } from './enforce-retention.ts'
export { findRetention, updateRetention } from './retention.ts'
