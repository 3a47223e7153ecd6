export { acceptCode } from './accept-code.ts'
export {
  beginTwoFactor,
  confirmTwoFactor,
  dropTwoFactor,
  endTwoFactor,
  findTwoFactor,
  renewCodes,
} from './two-factor.ts'
