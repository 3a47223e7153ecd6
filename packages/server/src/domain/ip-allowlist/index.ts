export { ALLOWLIST_CHANNEL } from './ip-allowlist.sql.ts'
export { admitsAddress, findAllowlist, isAllowed, updateAllowlist } from './ip-allowlist.ts'
