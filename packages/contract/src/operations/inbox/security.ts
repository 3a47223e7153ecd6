import { IpAllowlist } from '../../models/ip-allowlist.ts'
import { IdentityVerification, SignedInTeammateList } from '../../models/security.ts'
import { family } from '../../operation.ts'
import { BooleanInput, model } from '../../schema.ts'
import { IpAllowlistRequest } from '../ip-allowlist.ts'

const ofTeammates = { access: 'session', scope: 'manage_security' } as const
const ofCustomers = { access: 'session', scope: 'manage_secure_mode_secrets' } as const

const ofAddresses = { access: 'session', scope: 'manage_ip_allowlist' } as const

export const IdentityVerificationRequest = model('identity_verification_request', {
  enforced: BooleanInput(),
})

/** Who is let in, beside how teammates sign in (`teammates`). The newest version has no `ipAllowlist`: its pages have. */
export const security = family({
  signedIn: {
    ...ofTeammates,
    method: 'GET',
    path: '/app/api/signed_in',
    summary: 'Where teammates are signed in to the workspace',
    answer: SignedInTeammateList,
  },
  signOut: {
    ...ofTeammates,
    method: 'DELETE',
    path: '/app/api/signed_in/{id}',
    summary: 'End the session of a teammate',
    status: 204,
  },
  identityVerification: {
    ...ofCustomers,
    method: 'GET',
    path: '/app/api/identity_verification',
    summary: 'Whether customers have to be vouched for',
    answer: IdentityVerification,
  },
  enforceIdentity: {
    ...ofCustomers,
    method: 'PUT',
    path: '/app/api/identity_verification',
    summary: 'Ask for proof of who customers are, or no longer',
    body: IdentityVerificationRequest,
    answer: IdentityVerification,
  },
  allowlist: {
    ...ofAddresses,
    method: 'GET',
    path: '/app/api/ip_allowlist',
    summary: 'The addresses that may call, and whether only they may',
    answer: IpAllowlist,
  },
  setAllowlist: {
    ...ofAddresses,
    method: 'PUT',
    path: '/app/api/ip_allowlist',
    summary: 'Set the addresses that may call; one that the caller is not at is refused',
    body: IpAllowlistRequest,
    answer: IpAllowlist,
  },
})
