import { errors } from '../errors.ts'
import {
  IdentityVerificationSecretList,
  IdentityVerificationSecretWithMaterial,
} from '../models/identity-verification-secret.ts'
import { family } from '../operation.ts'
import { model, optional, Type, texts } from '../schema.ts'

export const CreateIdentityVerificationSecretRequest = model('create_identity_verification_secret_request', {
  name: texts(Type.String(), { missing: errors.identitySecretInvalid }),
  supports_android: optional(Type.Boolean()),
  supports_ios: optional(Type.Boolean()),
  supports_web: optional(Type.Boolean()),
})

export const identityVerificationSecrets = family({
  list: {
    method: 'GET',
    path: '/secure_mode_secrets',
    since: 'Preview',
    scope: 'manage_secure_mode_secrets',
    summary: 'All secrets, without their values',
    answer: IdentityVerificationSecretList,
  },
  create: {
    method: 'POST',
    path: '/secure_mode_secrets',
    since: 'Preview',
    scope: 'manage_secure_mode_secrets',
    summary: 'Create a secret',
    body: CreateIdentityVerificationSecretRequest,
    status: 201,
    answer: IdentityVerificationSecretWithMaterial,
  },
  delete: {
    method: 'DELETE',
    path: '/secure_mode_secrets/{id}',
    since: 'Preview',
    scope: 'manage_secure_mode_secrets',
    summary: 'Delete a secret',
    status: 204,
  },
})
