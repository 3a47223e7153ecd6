export { type AdminRef, requireAdmin } from './admin.require.ts'
