export { redirectPhoneCall } from './phone-redirect.ts'
