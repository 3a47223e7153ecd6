import { AppRegistration, AppRegistrationList, AppSecrets } from '../../models/app-registration.ts'
import { family } from '../../operation.ts'
import { model, nullable, optional, Type } from '../../schema.ts'

const settings = {
  redirect_urls: optional(Type.Array(Type.String())),
  scopes: optional(Type.Array(Type.String())),
  api_version: optional(nullable(Type.String())),
  uninstall_url: optional(nullable(Type.String())),
}

export const RegisterAppRequest = model('register_app_request', {
  name: Type.String(),
  ...settings,
  /** Whether it is installed at once in the workspace that registers it; it is unless said. */
  install: optional(Type.Boolean()),
})

export const UpdateAppRequest = model('update_app_request', { name: optional(Type.String()), ...settings })

/** The apps a workspace owns, for the people who build them. */
export const apps = family({
  list: {
    method: 'GET',
    path: '/app/api/apps',
    scope: 'manage_apps',
    summary: 'All apps that the workspace owns',
    answer: AppRegistrationList,
  },
  register: {
    method: 'POST',
    path: '/app/api/apps',
    scope: 'manage_apps',
    summary: 'Register an app',
    body: RegisterAppRequest,
    status: 201,
    answer: AppRegistration,
  },
  find: {
    method: 'GET',
    path: '/app/api/apps/{id}',
    scope: 'manage_apps',
    summary: 'An app',
    answer: AppRegistration,
  },
  update: {
    method: 'PATCH',
    path: '/app/api/apps/{id}',
    scope: 'manage_apps',
    summary: 'Change an app',
    body: UpdateAppRequest,
    answer: AppRegistration,
  },
  delete: {
    method: 'DELETE',
    path: '/app/api/apps/{id}',
    scope: 'manage_apps',
    summary: 'Delete an app: it is gone from every workspace',
    status: 204,
  },
  install: {
    method: 'POST',
    path: '/app/api/apps/{id}/install',
    scope: 'manage_apps',
    summary: 'Install an app in the workspace that owns it',
    answer: AppRegistration,
  },
  reveal: {
    method: 'POST',
    path: '/app/api/apps/{id}/secrets/reveal',
    scope: 'manage_apps',
    summary: 'The live secrets of an app',
    answer: AppSecrets,
  },
  rotate: {
    method: 'POST',
    path: '/app/api/apps/{id}/secrets/rotate',
    scope: 'manage_apps',
    summary: 'Make a second secret live',
    answer: AppSecrets,
  },
  retire: {
    method: 'POST',
    path: '/app/api/apps/{id}/secrets/retire',
    scope: 'manage_apps',
    summary: 'Retire the first of two secrets',
    answer: AppSecrets,
  },
})
