export { checkTopics, mayHear, versionOf } from './app.input.ts'
export { mayManageApps } from './app.policy.ts'
export { requireRegistration } from './app.require.ts'
export { APP_CHANNEL, type RegistrationRow, selectByClientId, selectRegistration } from './app.sql.ts'
export {
  changeWebhook,
  deleteApp,
  findApp,
  installOwnApp,
  listApps,
  ownedApps,
  registerApp,
  registerOwnApp,
  updateApp,
} from './app.ts'
export { type AppView, viewApp } from './app.view.ts'
export {
  type ClientSecrets,
  clientSecrets,
  openSecrets,
  retireSecret,
  revealSecrets,
  rotateSecret,
  sealSecrets,
  secretsOfApp,
} from './client-secret.ts'
export { selectInstallation, upsertInstallation } from './installation.sql.ts'
