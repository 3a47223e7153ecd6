export {
  findSignInSettings,
  type SignInPolicy,
  SSO_SECRET,
  type SsoSettings,
  signInPolicyOf,
  ssoFor,
  ssoOf,
  updateSignInSettings,
} from './sign-in-settings.ts'
