export {
  countAttempt,
  dropTokens,
  findToken,
  forgetTokens,
  issueOneTimeToken,
  type OneTimeToken,
  spendToken,
} from './one-time-token.ts'
