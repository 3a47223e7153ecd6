export {
  ERASED,
  eraseAddresses,
  eraseMails,
  eraseMailsOfConversation,
  eraseMailsOfPart,
  wasTaken,
} from './erase-mails.sql.ts'
export {
  insertThreadMail,
  lockFingerprint,
  type MailHeaders,
  type NewThreadMail,
  selectByMessageIds,
  selectLatestOfSideThread,
  selectLatestOfThread,
  selectPlace,
  selectRawKey,
  selectSideOfOutgoing,
  selectThread,
  type ThreadMailRow,
} from './mail-thread.sql.ts'
export { threadHeaders } from './thread-headers.ts'
