import type { SignInOptions } from '@guichet/contract/models/sign-in.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { ssoFor } from '../sign-in-settings/index.ts'

/** Where an address may sign in elsewhere. Its domain decides, so that nobody learns who has an account. Needs the unguarded lane. */
export async function signInOptions(
  tx: Tx,
  email: string | undefined,
): Promise<Static<typeof SignInOptions>> {
  const workspaces = await ssoFor(tx, email)
  return {
    type: 'sign_in_options',
    sso: workspaces.map(({ id, name }) => ({
      ...{ workspace_id: id, workspace_name: name, url: `/app/sso/${id}/start` },
    })),
  }
}
