export { beginWith } from './begin-with.ts'
export { findReach } from './reach.ts'
