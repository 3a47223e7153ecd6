export { ALLOWLIST_CHANNEL } from './ip-allowlist.sql.ts'
export { findAllowlist, isAllowed, updateAllowlist } from './ip-allowlist.ts'
