import { model, Timestamp, Type } from '../schema.ts'
import { listOf } from './list.ts'

export const IdentityVerificationSecret = model('identity_verification_secret', {
  type: Type.Literal('identity_verification_secret'),
  id: Type.String(),
  name: Type.String(),
  supports_android: Type.Boolean(),
  supports_ios: Type.Boolean(),
  supports_web: Type.Boolean(),
  created_at: Timestamp(),
})

/** Answers only the creation: the secret itself is never shown again. */
export const IdentityVerificationSecretWithMaterial = model('identity_verification_secret_with_material', {
  ...IdentityVerificationSecret.properties,
  secret: Type.String(),
})

export const IdentityVerificationSecretList = listOf(
  'identity_verification_secret_list',
  IdentityVerificationSecret,
)
