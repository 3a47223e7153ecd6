import type { Tx } from '../../db/database.ts'

export type SecretColumns = NonNullable<Awaited<ReturnType<typeof lockSecrets>>>

const SECRETS = ['client_secret', 'next_client_secret', 'unsealed_client_secret'] as const

/** The secrets of a registration as they are kept. */
export const selectSecrets = (tx: Tx, registrationId: number) =>
  tx.selectFrom('app_registrations').select(SECRETS).where('id', '=', registrationId).executeTakeFirst()

/** The same, held until the end of the transaction: two who need the first secret make one. */
export const lockSecrets = (tx: Tx, registrationId: number) =>
  tx
    .selectFrom('app_registrations')
    .select(SECRETS)
    .where('id', '=', registrationId)
    .forUpdate()
    .executeTakeFirst()

export async function updateSecrets(
  tx: Tx,
  registrationId: number,
  secrets: Partial<SecretColumns>,
): Promise<void> {
  await tx.updateTable('app_registrations').set(secrets).where('id', '=', registrationId).execute()
}

/** The registration an installation is of. */
export const selectRegistrationOf = (tx: Tx, workspaceId: string, appId: number) =>
  tx
    .selectFrom('apps')
    .select('registration_id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', appId)
    .executeTakeFirst()

export const selectUnsealed = (tx: Tx) =>
  tx.selectFrom('app_registrations').select('id').where('unsealed_client_secret', 'is not', null).execute()
