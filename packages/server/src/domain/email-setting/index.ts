export {
  createEmailSetting,
  type EmailSettingInput,
  findEmailSetting,
  listEmailSettings,
} from './email-setting.ts'
