export { enterByHelpLink, requestHelpLink } from './sign-in.ts'
export { type Letter, type SentFile, writeIn } from './write-in.ts'
