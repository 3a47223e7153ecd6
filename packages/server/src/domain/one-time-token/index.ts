export {
  countAttempt,
  dropTokens,
  findToken,
  issueOneTimeToken,
  type OneTimeToken,
  spendToken,
} from './one-time-token.ts'
