export { findBySecret, PASSWORD_PURPOSE } from './intake-secret.ts'
export { findMailSettings, mailSettingsOf, updateMailSettings } from './mail-settings.ts'
export { mayManageMail } from './mailbox.policy.ts'
export {
  claimMailbox,
  type MailboxRow,
  selectMailbox as findMailboxRow,
  selectMailboxes as mailboxesOf,
  selectUnattended,
  updateAddress,
  updateMailbox,
} from './mailbox.sql.ts'
export {
  changeMailbox,
  checkMailbox,
  createMailbox,
  listMailboxes,
  removeMailbox,
  renewIntakeSecret,
  requireMailbox,
} from './mailbox.ts'
export { type MailboxView, viewMailbox } from './mailbox.view.ts'
export { idOfAddress, replyKeyOf, type TagKind } from './reply-address.ts'
export { acceptCheck } from './send-check.ts'
export { mailboxFor, wayBack } from './way-back.ts'
