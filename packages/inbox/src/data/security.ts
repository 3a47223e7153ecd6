import type { AnswerOf } from '@guichet/contract/operation.ts'
import { identityVerificationSecrets } from '@guichet/contract/operations/identity-verification-secrets.ts'
import { security } from '@guichet/contract/operations/inbox/security.ts'
import { teammates } from '@guichet/contract/operations/inbox/teammates.ts'
import { useQuery } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { showIn, useChange } from './change.ts'
import { call } from './client.ts'
import { queryClient } from './query.ts'
import { queryOf } from './query-of.ts'

export type SignInSettings = AnswerOf<typeof teammates.signInSettings>
export type SignedIn = AnswerOf<typeof security.signedIn>['data'][number]
export type Secret = AnswerOf<typeof identityVerificationSecrets.list>['data'][number]

/** How teammates sign in. */
export const useSignInSettings = () => useQuery(queryOf(teammates.signInSettings, {}))

export const useUpdateSignInSettings = () =>
  useChange(teammates.updateSignInSettings, { refresh: [teammates.signInSettings] })

/** Where teammates are signed in. */
export const useSignedIn = () => useQuery(queryOf(security.signedIn, {}))

export const useSignOutTeammate = () =>
  useChange(security.signOut, { refresh: [security.signedIn], failed: t('settings.failed') })

/** The addresses that may call. */
export const useAllowlist = () => useQuery(queryOf(security.allowlist, {}))

export const useSetAllowlist = () => useChange(security.setAllowlist, { refresh: [security.allowlist] })

/** Whether customers have to be vouched for. */
export const useIdentityVerification = () => useQuery(queryOf(security.identityVerification, {}))

export const useEnforceIdentity = () =>
  useChange(security.enforceIdentity, {
    refresh: [security.identityVerification],
    failed: t('settings.failed'),
    show: (client, { body }) =>
      showIn<AnswerOf<typeof security.identityVerification>>(
        client,
        security.identityVerification,
        known => ({ ...known, enforced: body.enforced }),
      ),
  })

/** The secrets that pages sign identities with. */
export const useSecrets = () => useQuery(queryOf(identityVerificationSecrets.list, {}))

export const useCreateSecret = () =>
  useChange(identityVerificationSecrets.create, { refresh: [identityVerificationSecrets.list] })

export async function deleteSecret(id: string): Promise<void> {
  await call(identityVerificationSecrets.delete, { params: { id } })
  await queryClient.invalidateQueries({ queryKey: [identityVerificationSecrets.list.path] })
}
