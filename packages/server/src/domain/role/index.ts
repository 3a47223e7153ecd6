export { mayMakeOwners } from './role.policy.ts'
export { ensureRoles, listRoles, parseRole } from './role.ts'
