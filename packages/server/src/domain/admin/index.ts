export {
  type AdminRef,
  actingAdmin,
  mayActForOthers,
  requireAdmin,
  requireOperator,
  requireSigner,
} from './admin.require.ts'
export { findAdmin, identifyAdmin, listAdmins, viewAdmins } from './admin.ts'
export type { AdminView } from './admin.view.ts'
