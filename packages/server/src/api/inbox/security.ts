import { security } from '@guichet/contract/operations/inbox/security.ts'
import { findIdentityVerification, setIdentityVerification } from '../../domain/identity-secret/index.ts'
import { findAllowlist, updateAllowlist } from '../../domain/ip-allowlist/index.ts'
import { listSignedIn, signOutTeammate } from '../../domain/session/index.ts'
import { handlers } from '../handlers.ts'

export const securityRoutes = handlers(security, {
  signedIn: ({ tx, actor }) => listSignedIn(tx, actor),
  async signOut({ tx, actor, params }) {
    await signOutTeammate(tx, actor, params.id)
    return undefined
  },
  identityVerification: ({ tx, actor }) => findIdentityVerification(tx, actor),
  enforceIdentity: ({ tx, actor, body }) => setIdentityVerification(tx, actor, body.enforced),
  allowlist: ({ tx, actor }) => findAllowlist(tx, actor),
  setAllowlist: ({ tx, actor, body }) => updateAllowlist(tx, actor, body),
})
