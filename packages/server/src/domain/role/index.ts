export { ensureRoles, parseRole } from './role.ts'
