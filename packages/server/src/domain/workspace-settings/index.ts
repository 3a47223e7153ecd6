export { mailLanguageOf } from './workspace-settings.sql.ts'
export { findWorkspaceSettings, type MailLanguage, updateWorkspaceSettings } from './workspace-settings.ts'
