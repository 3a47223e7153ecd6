import { problem } from '@guichet/contract/errors.ts'
import type { SignInSettings } from '@guichet/contract/models/teammate.ts'
import type { SignInSettingsRequest } from '@guichet/contract/operations/inbox/teammates.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Tx } from '../../db/database.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { ALLOWLIST_CHANNEL } from '../ip-allowlist/index.ts'
import { permission } from '../permission.ts'
import {
  notifyNodes,
  type SettingsRow,
  selectSettings,
  selectSoleSso,
  selectSsoByDomain,
  upsertSettings,
} from './sign-in-settings.sql.ts'

type SettingsView = Static<typeof SignInSettings>
type Request = Static<typeof SignInSettingsRequest>

const mayManage = permission('manage_security')

/** What a workspace asks of those who sign in. */
export interface SignInPolicy {
  twoFactorRequired: boolean
  passwordAllowed: boolean
}

export interface SsoSettings {
  issuer: string
  clientId: string
  /** As it was sealed, for `SSO_SECRET`. */
  sealedSecret: string | null
}

export const SSO_SECRET = 'sso client secret'

export async function signInPolicyOf(tx: Tx, workspaceId: string): Promise<SignInPolicy> {
  const row = await selectSettings(tx, workspaceId)
  return {
    twoFactorRequired: row?.two_factor_required ?? false,
    passwordAllowed: row?.password_allowed ?? true,
  }
}

/** The identity provider of a workspace, where it has one. */
export async function ssoOf(tx: Tx, workspaceId: string): Promise<SsoSettings | undefined> {
  const row = await selectSettings(tx, workspaceId)
  if (!row?.sso_enabled || row.sso_issuer === null || row.sso_client_id === null) return undefined
  return { issuer: row.sso_issuer, clientId: row.sso_client_id, sealedSecret: row.sso_client_secret }
}

/**
 * The workspaces that an address may sign in to elsewhere, by its domain; without one, that of an installation with a single
 * workspace. Of several none is told to somebody who names no domain of theirs. Needs the unguarded lane.
 */
export async function ssoFor(tx: Tx, email: string | undefined): Promise<{ id: string; name: string }[]> {
  const domain = email?.trim().toLowerCase().split('@')[1]
  return domain ? selectSsoByDomain(tx, domain) : selectSoleSso(tx)
}

export async function findSignInSettings(tx: Tx, actor: Actor): Promise<SettingsView> {
  mayManage(actor)
  return view(actor, await selectSettings(tx, actor.workspace.id))
}

/** Sets what a request names. 422 for an identity provider that cannot be one, or for no way left to sign in. */
export async function updateSignInSettings(
  tx: Tx,
  actor: Actor,
  { request, secrets }: { request: Request; secrets: SecretBox },
): Promise<SettingsView> {
  mayManage(actor)
  const before = (await selectSettings(tx, actor.workspace.id)) ?? NONE
  const { sso = {} } = request
  const after = {
    two_factor_required: request.two_factor_required ?? before.two_factor_required,
    password_allowed: request.password_allowed ?? before.password_allowed,
    sso_enabled: sso.enabled ?? before.sso_enabled,
    sso_issuer: sso.issuer === undefined ? before.sso_issuer : readIssuer(sso.issuer),
    sso_client_id: sso.client_id === undefined ? before.sso_client_id : sso.client_id,
    sso_client_secret: before.sso_client_secret,
    sso_domains: sso.domains?.map(domain => domain.trim().toLowerCase()) ?? before.sso_domains,
  }
  if (sso.client_secret !== undefined)
    after.sso_client_secret =
      sso.client_secret === null ? null : await secrets.seal(sso.client_secret, SSO_SECRET)
  if (after.sso_enabled && (!after.sso_issuer || !after.sso_client_id))
    throw problem(signInErrors.ssoInvalid, 'Single sign-on needs an issuer and a client id', 'sso')
  if (!after.password_allowed && !after.sso_enabled)
    throw problem(
      signInErrors.ssoInvalid,
      'Without passwords there has to be single sign-on',
      'password_allowed',
    )
  await upsertSettings(tx, { workspace_id: actor.workspace.id, ...after, updated_at: actor.now })
  await notifyNodes(tx, ALLOWLIST_CHANNEL, actor.workspace.id)
  await logActivity(tx, actor, {
    type: 'app_authentication_method_change',
    description: 'Changed how teammates sign in.',
    metadata: { before: told(before), after: told(after) },
  })
  return view(actor, after)
}

type Kept = Omit<SettingsRow, 'workspace_id' | 'updated_at'>

const NONE: Kept = {
  ...{ two_factor_required: false, password_allowed: true, sso_enabled: false },
  ...{ sso_issuer: null, sso_client_id: null, sso_client_secret: null, sso_domains: [] },
}

const told = ({ sso_client_secret: _, ...rest }: Kept) => rest

const view = ({ origin }: Actor, row: Kept = NONE): SettingsView => ({
  type: 'sign_in_settings',
  two_factor_required: row.two_factor_required,
  password_allowed: row.password_allowed,
  sso: {
    ...{ enabled: row.sso_enabled, issuer: row.sso_issuer, client_id: row.sso_client_id },
    ...{ has_client_secret: row.sso_client_secret !== null, domains: row.sso_domains },
    redirect_uri: `${origin}/app/sso/callback`,
  },
})

function readIssuer(given: string | null): string | null {
  if (given === null || given.trim() === '') return null
  const url = URL.canParse(given.trim()) ? new URL(given.trim()) : undefined
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw problem(signInErrors.ssoInvalid, 'issuer must be a URL', 'sso.issuer')
  return given.trim().replace(/\/+$/, '')
}
