export {
  createIdentitySecret,
  deleteIdentitySecret,
  listIdentitySecrets,
  liveSecrets,
} from './identity-secret.ts'
