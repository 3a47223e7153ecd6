export { type AdminRef, actingAdmin, requireAdmin, requireOperator } from './admin.require.ts'
export { findAdmin, identifyAdmin, listAdmins, viewAdmins } from './admin.ts'
export type { AdminView } from './admin.view.ts'
