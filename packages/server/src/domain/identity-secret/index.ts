export {
  createIdentitySecret,
  deleteIdentitySecret,
  listIdentitySecrets,
  liveSecrets,
} from './identity-secret.ts'
export { findIdentityVerification, setIdentityVerification } from './identity-verification.ts'
