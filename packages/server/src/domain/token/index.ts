export { createToken, listOwnTokens, revokeOwnToken } from './manage-tokens.ts'
export { type Credential, selectCredential, TOKEN_CHANNEL } from './token.sql.ts'
export { hashToken, issueToken, listTokens, revokeToken } from './token.ts'
