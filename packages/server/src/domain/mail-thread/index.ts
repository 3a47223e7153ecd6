export {
  insertThreadMail,
  lockFingerprint,
  type MailHeaders,
  type NewThreadMail,
  selectByMessageIds,
  selectLatestOfThread,
  selectPlace,
  selectRawKey,
  selectThread,
  type ThreadMailRow,
} from './mail-thread.sql.ts'
