export { forgetKeys } from './forget-keys.ts'
export { claimKey, readKey, settleKey } from './keyed-request.sql.ts'
