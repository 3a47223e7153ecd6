import { EmailSetting, EmailSettingList } from '../models/email-setting.ts'
import { family } from '../operation.ts'

export const emails = family({
  list: {
    method: 'GET',
    path: '/emails',
    since: '2.15',
    scope: 'read_emails',
    summary: 'All sender addresses',
    answer: EmailSettingList,
  },
  find: {
    method: 'GET',
    path: '/emails/{id}',
    since: '2.15',
    scope: 'read_emails',
    summary: 'One sender address',
    answer: EmailSetting,
  },
})
