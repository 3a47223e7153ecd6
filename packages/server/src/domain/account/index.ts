export type { AccountRow } from './account.sql.ts'
export {
  changePassword,
  createAccount,
  findAccount,
  findAccountByEmail,
  linkAccount,
  type Membership,
  plainEmail,
  readEmail,
  renameAccount,
  workspacesOf,
} from './account.ts'
export { hashPassword, readPassword, verifyPassword } from './password.ts'
